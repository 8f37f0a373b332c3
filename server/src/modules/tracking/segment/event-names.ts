/**
 * Which activity type a Segment event name means. Names are those of Segment's specs (E-Commerce v2,
 * B2B SaaS, Email); any other name is a type of the same name, if the site has registered one.
 */
const KNOWN = new Map<string, string>([
  ['products searched', 'internalsearch'],
  ['product added', 'productadded'],
  ['wishlist product added to cart', 'productadded'],
  ['product removed', 'productremoved'],
  ['product added to wishlist', 'wishlist'],
  ['order completed', 'purchase'],
  ['checkout abandoned', 'checkoutabandoned'],
  ['cart abandoned', 'checkoutabandoned'],
  ['signed up', 'registration'],
  ['signed in', 'login'],
  ['email opened', 'emailopen'],
  ['email link clicked', 'emailclick'],
  ['unsubscribed', 'unsubscription'],
  ['form submitted', 'formsubmit'],
  ['file downloaded', 'download'],
]);

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);

/** The type, registered or not: a name nobody registered answers with its kebab-case form. */
export const typeOfEvent = (name: string, isType: (name: string) => boolean): string => {
  const parts = words(name);
  const known = KNOWN.get(parts.join(' '));
  if (known) return known;
  const spellings = [parts.join('-'), parts.join(''), parts.join('_')];
  return spellings.find(isType) ?? parts.join('-');
};
