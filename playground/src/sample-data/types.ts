/** Shapes of the sample data. All of it is plain: the same seed and the same `now` give the same data. */
export type Illustration =
  'bag' | 'cup' | 'dripper' | 'grinder' | 'kettle' | 'leaf' | 'mountain' | 'press';

export interface SampleCategory {
  slug: string;
  name: string;
  description: string;
}

export interface SampleArticle {
  slug: string;
  /** Slug of its category. */
  category: string;
  title: string;
  excerpt: string;
  /** A little Markdown: paragraphs, `##`, `-`, `>`. */
  body: string;
  author: string;
  illustration: Illustration;
  tone: string;
  /** How long before `now` it came out. */
  publishedDaysAgo: number;
}

export interface SampleProduct {
  slug: string;
  sku: string;
  name: string;
  kind: 'coffee' | 'equipment' | 'wholesale';
  summary: string;
  description: string;
  /** In euros. */
  price: number;
  origin?: string;
  notes?: string;
  illustration: Illustration;
  tone: string;
}

export interface SampleStatus {
  name: string;
  displayName: string;
  description: string;
  /** #rrggbb */
  color: string;
  order: number;
}

/** How somebody behaves; decides what they read, whether they leave a name, what they buy. */
export type Persona = 'passer-by' | 'reader' | 'subscriber' | 'customer' | 'business';

export interface Device {
  device: 'desktop' | 'mobile' | 'tablet';
  browser: string;
  os: string;
  /** Random, as the tracker makes it. */
  visitorKey: string;
}

export interface Profile {
  salutation: string | null;
  firstName: string;
  lastName: string;
  gender: 'female' | 'male';
  email: string;
  /** E.164 */
  phone: string | null;
  companyName: string | null;
  jobTitle: string | null;
}

export interface Person {
  /** `s-0001`; kept as the contact's external id. */
  key: string;
  persona: Persona;
  /** ISO 3166-1 alpha-2. */
  country: string;
  city: string;
  /** BCP 47. */
  language: string;
  timezone: string;
  devices: Device[];
  /** Known to the site only once they have said it. */
  profile: Profile;
}

/** Where a visit came from. */
export interface Source {
  referrer: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
}

/** An entry of the site, by its slug or number; its document id is known only once it is stored. */
export interface ItemReference {
  uid:
    'api::article.article' | 'api::category.category' | 'api::product.product' | 'api::order.order';
  key: string;
}

/** Times are epoch milliseconds. */
export interface SampleActivity {
  eventId: string;
  type: string;
  occurredAt: number;
  title: string | null;
  url: string | null;
  referrer: string | null;
  value: number | null;
  item: ItemReference | null;
  data: Record<string, unknown> | null;
}

export interface SampleVisit {
  contactKey: string;
  device: Device;
  startedAt: number;
  source: Source;
  activities: SampleActivity[];
}

export interface SampleOrder {
  number: string;
  email: string;
  name: string;
  address: string;
  total: number;
  items: { sku: string; name: string; quantity: number; price: number }[];
  fulfilment: 'new' | 'packed' | 'shipped' | 'delivered' | 'returned';
  createdAt: number;
}

export interface SampleContact {
  key: string;
  kind: 'anonymous' | 'known';
  state: 'prospect' | 'partner' | 'client' | 'other';
  /** Name of a status. */
  status: string | null;
  subscription: 'none' | 'subscribed' | 'unsubscribed';
  person: Person;
  firstSeenAt: number;
  lastActivityAt: number;
  identifiedAt: number | null;
  /** How it became known, in the plugin’s words: `form:newsletter`, `registration` … */
  source: string | null;
  firstSource: Source;
  lastSource: Source;
  tags: string[];
}

export interface SampleData {
  categories: SampleCategory[];
  articles: SampleArticle[];
  products: SampleProduct[];
  statuses: SampleStatus[];
  contacts: SampleContact[];
  visits: SampleVisit[];
  orders: SampleOrder[];
}
