/** The columns of the contact list: the plugin's own and every plain attribute the site adds. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import type { Column } from '../../../shared/data-table-column';
import { toColumn, toFallbackFields } from '../../../shared/fields/field-column';
import { fieldLabel } from '../../../shared/fields/field-labels';
import type { AddedColumnView } from '../../../shared/list/added-column';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useContactFields } from '../api';
import { cellOf } from './cells';
import { NameCell } from './name-cell';
import { useAddedColumns } from './use-added-columns';

export const DEFAULT_COLUMNS = [
  'email',
  'state',
  'status',
  'companyName',
  'owner',
  'lastActivityAt',
];

export const useColumns = (chosen: string[]) => {
  const t = useTranslate();
  const intl = useIntl();
  const { data: fields } = useContactFields();
  const added = useAddedColumns();
  return useMemo(() => {
    const available = (fields ?? FALLBACK_FIELDS).filter((field) => field.listable);
    const own = available.map((field) => {
      const cell = cellOf(field, { t, intl });
      const { name } = field;
      return [
        name,
        toColumn(field, { t, cell, width: WIDTHS[name], order: ORDERS[name] }),
      ] as const;
    });
    const byName = new Map([...own, ...added.map((column) => toAddedColumn(column, t))]);
    return {
      columns: [nameColumn(t), ...chosen.flatMap((name) => byName.get(name) ?? [])],
      choices: [
        ...available.map((field) => ({ id: field.name, label: fieldLabel(t, field) })),
        ...added.map(({ name, label }) => ({ id: name, label: t(label) })),
      ],
      brought: toBrought(added.map(({ name }) => name).filter((name) => chosen.includes(name))),
    };
  }, [fields, added, chosen, t, intl]);
};

const toAddedColumn = ({ name, label, width, Cell }: AddedColumnView, t: Translate) =>
  [
    name,
    {
      id: name,
      label: t(label),
      width,
      cell: (contact) => <Cell value={contact[name]} />,
    },
  ] as const satisfies [string, Column<ContactView>];

/** What the list's query asks for besides the contacts' own. */
const toBrought = (names: string[]): Record<string, string> =>
  names.length > 0 ? { with: names.join() } : {};

const nameColumn = (t: Translate): Column<ContactView> => ({
  id: 'name',
  firstDirection: 'asc',
  label: t('field.displayName'),
  width: 25,
  cell: (contact) => <NameCell contact={contact} />,
});

/** The server orders by company under this name; every other order is named after its field. */
const ORDERS: Record<string, string> = { companyName: 'company' };

const WIDTHS: Record<string, number> = {
  email: 29,
  state: 11,
  status: 15,
  owner: 14,
  country: 14,
  website: 22,
};

const FALLBACK_FIELDS = toFallbackFields(DEFAULT_COLUMNS);
