/**
 * Which contact an e-mail belongs to, once a browser names it. A pure decision: nothing is read or
 * written here. A claim never changes a known contact; only proof does. Somebody who is not to be
 * tracked is not joined by a mere claim either: otherwise what is not recorded would tell that their
 * address is known.
 */
export interface Claim {
  visitor: { contactId: number; known: boolean };
  /** The contact that has this e-mail already. */
  owner: Owner | null;
  proven: boolean;
}

export interface Owner {
  contactId: number;
  /** Whether what this person does may be recorded. */
  monitored: boolean;
}

export type Recognition =
  /** The visitor is that contact already. */
  | { action: 'keep'; contactId: number }
  /** Nobody has this e-mail: the anonymous contact becomes a known one. */
  | { action: 'promote'; contactId: number }
  /** Somebody has it: the anonymous history joins theirs. */
  | { action: 'merge'; from: number; into: number }
  /** A known visitor names another e-mail: the device goes over, the first contact is left alone. */
  | { action: 'switch'; to: number | 'new'; reason: 'different-email' }
  /** The owner is left out of it: the browser is, or becomes, an anonymous contact of its own. */
  | { action: 'hide'; contactId: number | 'new'; reason: 'not-monitored' };

export const recognise = ({ visitor, owner, proven }: Claim): Recognition => {
  if (owner?.contactId === visitor.contactId) return { action: 'keep', contactId: owner.contactId };
  if (owner && !owner.monitored && !proven) {
    const contactId = visitor.known ? 'new' : visitor.contactId;
    return { action: 'hide', contactId, reason: 'not-monitored' };
  }
  if (visitor.known) {
    return { action: 'switch', to: owner?.contactId ?? 'new', reason: 'different-email' };
  }
  if (owner) return { action: 'merge', from: visitor.contactId, into: owner.contactId };
  return { action: 'promote', contactId: visitor.contactId };
};
