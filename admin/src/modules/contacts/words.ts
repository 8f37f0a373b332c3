/** The server's words again as values, since only types cross over; the compiler checks them. */
import type {
  ContactKind,
  CONTACT_KINDS,
  Subscription,
  SUBSCRIPTIONS as SERVER_SUBSCRIPTIONS,
} from '../../../../server/src/modules/contacts/contract';

export const KINDS = ['anonymous', 'known'] satisfies Mutable<typeof CONTACT_KINDS> & ContactKind[];

export const SUBSCRIPTIONS = [
  'none',
  'pending',
  'subscribed',
  'unsubscribed',
  'bounced',
  'complained',
] satisfies Mutable<typeof SERVER_SUBSCRIPTIONS> & Subscription[];

type Mutable<Tuple> = { -readonly [Index in keyof Tuple]: Tuple[Index] };
