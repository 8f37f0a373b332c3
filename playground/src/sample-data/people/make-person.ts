import type { Random } from '../random';
import type { Person, Persona, Profile } from '../types';
import { companies, jobTitles, type Company } from './companies';
import { countries, type Country } from './countries';
import { makeDevices } from './devices';

const MAIL_HOSTS = ['mail.example', 'post.example', 'inbox.example'];

const COMES_OFTEN: Record<Persona, boolean> = {
  'passer-by': false,
  reader: false,
  subscriber: true,
  customer: true,
  business: true,
};

/** `number` makes the person's key and keeps e-mail addresses apart. */
export const makePerson = (random: Random, number: number, persona: Persona): Person => {
  const country = random.weighted(countries.map((item) => [item, item.weight] as const));
  return {
    key: `s-${String(number).padStart(4, '0')}`,
    persona,
    country: country.code,
    city: random.pick(country.cities),
    language: country.language,
    timezone: country.timezone,
    devices: makeDevices(random, { comesOften: COMES_OFTEN[persona] }),
    profile: makeProfile(random, { number, persona, country }),
  };
};

const makeProfile = (
  random: Random,
  { number, persona, country }: { number: number; persona: Persona; country: Country }
): Profile => {
  const gender = random.pick(['female', 'male'] as const);
  const firstName = random.pick(gender === 'female' ? country.women : country.men);
  const surname = random.pick(country.surnames);
  const lastName = typeof surname === 'string' ? surname : surname[gender === 'female' ? 0 : 1];
  const company = persona === 'business' ? random.pick(companies) : null;
  return {
    salutation: random.chance(0.06) ? 'Dr.' : null,
    firstName,
    lastName,
    gender,
    email: emailOf({ firstName, lastName, number, company, host: random.pick(MAIL_HOSTS) }),
    phone: makePhone(random, country, persona),
    companyName: company?.name ?? null,
    jobTitle: company ? random.pick(jobTitles) : null,
  };
};

const makePhone = (random: Random, { phone }: Country, persona: Persona): string | null => {
  if (!phone || !random.chance(persona === 'business' ? 0.9 : 0.4)) return null;
  return phone.replace(/#/g, () => String(random.int(0, 9)));
};

const emailOf = (from: {
  firstName: string;
  lastName: string;
  number: number;
  company: Company | null;
  host: string;
}): string => {
  const name = `${toAscii(from.firstName)}.${toAscii(from.lastName)}`;
  return from.company
    ? `${name}${from.number}@${from.company.domain}`
    : `${name}${from.number}@${from.host}`;
};

/** `Łukasz` → `lukasz`, `García Ruiz` → `garcia-ruiz`. */
const toAscii = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z]+/g, '-');
