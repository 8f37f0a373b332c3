/** Everything that conditions can ask about, as plain objects in memory. */
export interface NaiveContact {
  id: number;
  text: Record<string, string | null>;
  score: number | null;
  shoeSize: number | null;
  birthday: string | null;
  lastCall: number | null;
  monitored: boolean | null;
  state: string;
  gender: string | null;
  status: string | null;
  tags: string[];
  custom: Record<string, unknown>;
}

export interface NaiveActivity {
  contactId: number;
  type: string;
  at: number;
  url: string | null;
  title: string | null;
  country: string | null;
  value: number | null;
  item: string | null;
  data: Record<string, unknown> | null;
}

export interface NaiveAccount {
  id: number;
  documentId: string;
  parentId: number | null;
  industry: string | null;
  employees: number | null;
  status: string | null;
}

export interface NaiveMembership {
  contactId: number;
  accountId: number;
  role: string | null;
  until: string | null;
}

export interface NaiveWorld {
  contacts: NaiveContact[];
  activities: NaiveActivity[];
  accounts: NaiveAccount[];
  memberships: NaiveMembership[];
  /** In the order in which they were said. */
  consents: { contactId: number; purpose: string; granted: boolean }[];
  groups: Record<string, number[]>;
  totals: { contactId: number; score: string; total: number }[];
  entries: {
    documentId: string;
    title: string | null;
    words: number | null;
    category: string | null;
  }[];
}
