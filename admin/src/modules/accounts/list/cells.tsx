/** How one field of an account looks in a table. */
import type { ReactNode } from 'react';
import type { AccountView } from '../../../../../server/src/modules/accounts/contract';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { countryName } from '../../../shared/country-name';
import { EMPTY, fieldCell, textCell, type Words } from '../../../shared/fields/field-cell';
import { StatusLabel } from '../../../shared/status-label';

type Render = (account: AccountView, words: Words) => ReactNode;

export const cellOf = (field: FieldDescription, words: Words) => {
  const render = field.core ? BY_NAME[field.name] : undefined;
  return (account: AccountView): ReactNode =>
    render ? render(account, words) : fieldCell(field, account, words);
};

const BY_NAME: Record<string, Render> = {
  status: ({ status }) => (status ? <StatusLabel status={status} /> : EMPTY),
  owner: ({ owner }) => textCell(owner?.name),
  parent: ({ parent }) => textCell(parent?.name),
  country: ({ country }, { intl }) => textCell(country && countryName(country, intl.locale)),
};
