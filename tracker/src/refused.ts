import type { TrackerOptions } from './types';

/** Do Not Track and Global Privacy Control (https://globalprivacycontrol.org). */
interface PrivacySignals {
  doNotTrack?: string | null;
  globalPrivacyControl?: boolean;
}

/** Whether nothing may be recorded, by the site's choice or by the visitor's browser. */
export const isRefused = (options: TrackerOptions): boolean | undefined => {
  const signals: PrivacySignals = navigator;
  return (
    options.consent === 'never' ||
    (options.ignoreDnt === undefined &&
      (signals.doNotTrack === '1' || signals.globalPrivacyControl))
  );
};
