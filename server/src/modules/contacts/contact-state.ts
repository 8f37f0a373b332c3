/** The rules of a contact's state. */
import { CONTACT_STATES, type ContactKind, type ContactState } from './contract';

const aliases = new Map<string, ContactState>([['customer', 'client']]);

const isContactState = (value: string): value is ContactState =>
  (CONTACT_STATES as readonly string[]).includes(value);

/** Understands `customer` for `client`, in any case; null for what is no state. */
export const parseState = (value: string): ContactState | null => {
  const word = value.trim().toLowerCase();
  return aliases.get(word) ?? (isContactState(word) ? word : null);
};

/** Anonymous traffic is `other` until somebody says who it is. */
export const initialState = (kind: ContactKind): ContactState =>
  kind === 'anonymous' ? 'other' : 'prospect';

/** Being identified makes a prospect of anonymous traffic; any other state was set on purpose. */
export const stateOnceKnown = (state: ContactState): ContactState =>
  state === 'other' ? 'prospect' : state;
