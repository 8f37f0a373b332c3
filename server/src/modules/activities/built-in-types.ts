/** The activity types every site knows. Display names are English; the admin translates them by name. */
import type { ActivityType } from './contract';

const built: [name: string, displayName: string, color: string, manualCreation?: boolean][] = [
  ['pagevisit', 'Page visit', 'secondary'],
  ['landingpage', 'Landing page', 'secondary'],
  ['externalsearch', 'External search', 'secondary'],
  ['internalsearch', 'Internal search', 'secondary'],
  ['formsubmit', 'Form submission', 'primary'],
  ['registration', 'Registration', 'primary'],
  ['login', 'Login', 'secondary'],
  ['subscription', 'Newsletter subscription', 'success'],
  ['unsubscription', 'Newsletter unsubscription', 'warning'],
  ['optout', 'Opt-out of all e-mail', 'danger'],
  ['emailopen', 'E-mail opened', 'secondary'],
  ['emailclick', 'E-mail link clicked', 'secondary'],
  ['productadded', 'Product added to basket', 'primary'],
  ['productremoved', 'Product removed from basket', 'warning'],
  ['wishlist', 'Product added to wish list', 'primary'],
  ['purchase', 'Purchase', 'success', true],
  ['purchasedproduct', 'Purchased product', 'success'],
  ['checkoutabandoned', 'Checkout abandoned', 'warning'],
  ['download', 'Download', 'secondary'],
  ['outboundlink', 'Outbound link', 'secondary'],
  ['statechange', 'State change', 'alternative'],
  ['statuschange', 'Status change', 'alternative'],
  ['note', 'Note', 'neutral', true],
  ['meeting', 'Meeting', 'neutral', true],
  ['call', 'Call', 'neutral', true],
  ['task', 'Task', 'neutral', true],
  ['merged', 'Contacts merged', 'alternative'],
  ['imported', 'Imported', 'alternative'],
];

export const BUILT_IN_TYPES: ActivityType[] = built.map(
  ([name, displayName, color, manualCreation = false]) => ({
    name,
    displayName,
    color,
    custom: false,
    manualCreation,
  })
);
