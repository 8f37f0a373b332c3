/** How one field of a contact looks in a table. */
import type { ReactNode } from 'react';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { countryName } from '../../../shared/country-name';
import { EMPTY, fieldCell, textCell, type Words } from '../../../shared/fields/field-cell';
import { StatusLabel } from '../../../shared/status-label';
import { StateLabel } from '../components/state-label';

type Render = (contact: ContactView, words: Words) => ReactNode;

export const cellOf = (field: FieldDescription, words: Words) => {
  const render = field.core ? BY_NAME[field.name] : undefined;
  return (contact: ContactView): ReactNode =>
    render ? render(contact, words) : fieldCell(field, contact, words);
};

const BY_NAME: Record<string, Render> = {
  state: ({ state }) => <StateLabel state={state} />,
  status: ({ status }) => (status ? <StatusLabel status={status} /> : EMPTY),
  owner: ({ owner }) => textCell(owner?.name),
  kind: ({ kind }, { t }) => t(`kind.${kind}`),
  subscription: ({ subscription }, { t }) =>
    subscription === 'none' ? EMPTY : t(`subscription.${subscription}`),
  country: ({ country }, { intl }) => textCell(country && countryName(country, intl.locale)),
};
