/** Temporary: what the server's contract will declare. */
import type {
  ContactKind,
  ContactState,
  Subscription,
} from '../../../../server/src/modules/contacts/contract';

export interface StatusView {
  documentId: string;
  name: string;
  displayName: string;
  color: string | null;
  order?: number;
}
export interface OwnerView {
  id: number;
  name: string;
}
export interface ContactView {
  documentId: string;
  displayName: string;
  kind: ContactKind;
  email: string | null;
  companyName: string | null;
  jobTitle: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  state: ContactState;
  status: StatusView | null;
  owner: OwnerView | null;
  subscription: Subscription;
  score: number | null;
  firstSeenAt: string | null;
  lastActivityAt: string | null;
  createdAt: string;
  [attribute: string]: unknown;
}
export type ContactDetail = ContactView;
export interface ContactPage {
  data: ContactView[];
  meta: { nextCursor: string | null; previousCursor: string | null; pageSize: number };
}
export interface ContactCount {
  count: number;
  exact: boolean;
}
export type FieldGroup = 'person' | 'contact' | 'address' | 'tracking' | 'custom';
export interface FieldDescription {
  name: string;
  type: string;
  label: string;
  required: boolean;
  enum?: string[];
  maxLength?: number;
  core: boolean;
  editable: boolean;
  sortable: boolean;
  filterable: boolean;
  listable: boolean;
  editor: 'plain' | 'content-manager';
  group: FieldGroup;
}
