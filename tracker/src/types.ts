/** Shapes a site meets: the options, the event a `beforeSend` sees, and the calls. */

/** An automatic feature that `off` can switch off. */
export type Feature =
  'pages' | 'history' | 'search' | 'external' | 'outbound' | 'downloads' | 'forms' | 'events';

/** Whether events are sent at once, after `consent({ tracking: true })`, or not at all. */
export type ConsentMode = 'granted' | 'required' | 'never';

/** What the visitor agreed to (`true`) or refused (`false`), by purpose: `tracking`, `email` … */
export type Purposes = Record<string, boolean>;

/** The Strapi entry an event is about. */
export interface Item {
  uid: string;
  documentId: string;
}

/** What a site may say about an event of its own; everything is optional. */
export interface EventDetails {
  title?: string;
  value?: number;
  item?: Item;
  data?: Record<string, unknown>;
  url?: string;
  referrer?: string;
}

/** One event as it travels: `id` is the idempotency key, `at` is epoch milliseconds. */
export interface TrackerEvent extends EventDetails {
  id: string;
  type: string;
  at: number;
  url: string;
}

/** Sees every event before it is kept or sent; `false` (or nothing, or a throw) vetoes it. */
export type BeforeSend = (event: TrackerEvent) => TrackerEvent | false | null | undefined;

export interface TrackerOptions {
  /** Address of the public endpoints, without a slash at the end: `https://cms.example/cm`. */
  host: string;
  /** Default `granted`. */
  consent?: ConsentMode;
  /** Features to switch off, as a list or separated by commas. */
  off?: readonly Feature[] | string;
  /** Record although the browser sends Do Not Track or Global Privacy Control. */
  ignoreDnt?: boolean | string;
  /** Query parameters that hold a search phrase, separated by commas. Default `q,s,search,query`. */
  searchParam?: string;
  beforeSend?: BeforeSend;
}

export interface IdentifyOptions {
  /** Signed by the site's back end; without it the traits are only a claim. */
  token?: string;
  consent?: Purposes;
}

export interface Tracker {
  track: (type: string, details?: EventDetails) => void;
  identify: (traits: Record<string, unknown>, options?: IdentifyOptions) => void;
  consent: (purposes: Purposes) => void;
  /** Forgets the visitor key: the next event belongs to a new visitor. */
  reset: () => void;
  /** Removes every listener and wrapper. */
  stop: () => void;
}
