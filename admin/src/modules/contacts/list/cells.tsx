/** How one field of a contact looks in a table. Text is text: React never makes markup of it. */
import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';
import { Typography } from '@strapi/design-system';
import type {
  ContactView,
  FieldDescription,
} from '../../../../../server/src/modules/contacts/contract';
import { RelativeTime } from '../../../shared/relative-time';
import type { Translate } from '../../../shared/translate';
import { StateLabel } from '../components/state-label';
import { StatusLabel } from '../components/status-label';
import { countryName } from '../country-name';

interface Words {
  t: Translate;
  intl: IntlShape;
}
type Render = (contact: ContactView, words: Words) => ReactNode;

export const cellOf = ({ name, type }: FieldDescription, words: Words) => {
  const render = BY_NAME[name] ?? ((contact: ContactView) => valueCell(contact[name], type, words));
  return (contact: ContactView): ReactNode => render(contact, words);
};

const EMPTY = <Typography textColor="neutral500">–</Typography>;

const text = (value: string | null | undefined): ReactNode =>
  value ? <span title={value}>{value}</span> : EMPTY;

const time = (value: string | null): ReactNode => (value ? <RelativeTime at={value} /> : EMPTY);

const BY_NAME: Record<string, Render> = {
  state: ({ state }) => <StateLabel state={state} />,
  status: ({ status }) => (status ? <StatusLabel status={status} /> : EMPTY),
  owner: ({ owner }) => text(owner?.name),
  kind: ({ kind }, { t }) => t(`kind.${kind}`),
  subscription: ({ subscription }, { t }) =>
    subscription === 'none' ? EMPTY : t(`subscription.${subscription}`),
  country: ({ country }, { intl }) => text(country && countryName(country, intl.locale)),
};

const valueCell = (value: unknown, type: string, { t, intl }: Words): ReactNode => {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return intl.formatNumber(value);
  if (type === 'datetime' && typeof value === 'string') return time(value);
  if (type === 'date' && typeof value === 'string') {
    return intl.formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' });
  }
  return text(typeof value === 'string' ? value : JSON.stringify(value));
};
