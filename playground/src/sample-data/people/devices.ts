import type { Random } from '../random';
import type { Device } from '../types';

const desktops: [string, string][] = [
  ['Chrome', 'Windows'],
  ['Chrome', 'Windows'],
  ['Firefox', 'Windows'],
  ['Microsoft Edge', 'Windows'],
  ['Safari', 'macOS'],
  ['Chrome', 'macOS'],
  ['Firefox', 'Linux'],
];
const mobiles: [string, string][] = [
  ['Safari', 'iOS'],
  ['Safari', 'iOS'],
  ['Chrome', 'Android'],
  ['Chrome', 'Android'],
  ['Samsung Internet for Android', 'Android'],
  ['Firefox', 'Android'],
];
const tablets: [string, string][] = [
  ['Safari', 'iOS'],
  ['Chrome', 'Android'],
];

const browsers: Record<Device['device'], [string, string][]> = {
  desktop: desktops,
  mobile: mobiles,
  tablet: tablets,
};

export const makeDevice = (random: Random, device: Device['device']): Device => {
  const [browser, os] = random.pick(browsers[device]);
  return { device, browser, os, visitorKey: random.uuid() };
};

/** One device for most; those who come often have a second one. */
export const makeDevices = (random: Random, { comesOften }: { comesOften: boolean }): Device[] => {
  const first = random.weighted<Device['device']>([
    ['mobile', 52],
    ['desktop', 42],
    ['tablet', 6],
  ]);
  const devices = [makeDevice(random, first)];
  if (comesOften && random.chance(0.55)) {
    devices.push(makeDevice(random, first === 'mobile' ? 'desktop' : 'mobile'));
  }
  return devices;
};
