/** The columns of the contact list: the plugin's own and every plain attribute the site adds. */
import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type {
  ContactView,
  FieldDescription,
} from '../../../../../server/src/modules/contacts/contract';
import type { Column } from '../../../shared/data-table-column';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useContactFields } from '../api';
import { fieldLabel } from '../field-labels';
import { cellOf } from './cells';
import { NameCell } from './name-cell';

export const DEFAULT_COLUMNS = [
  'email',
  'state',
  'status',
  'companyName',
  'owner',
  'lastActivityAt',
];

export interface ColumnChoice {
  id: string;
  label: string;
}

export const useColumns = (chosen: string[]) => {
  const t = useTranslate();
  const intl = useIntl();
  const { data: fields } = useContactFields();
  return useMemo(() => {
    const available = (fields ?? FALLBACK_FIELDS).filter((field) => field.listable);
    const byName = new Map(available.map((field) => [field.name, field]));
    const shown = chosen.flatMap((name) => byName.get(name) ?? []);
    return {
      columns: [nameColumn(t), ...shown.map((field) => toColumn(field, t, intl))],
      choices: available.map((field) => ({ id: field.name, label: fieldLabel(t, field) })),
    };
  }, [fields, chosen, t, intl]);
};

const nameColumn = (t: Translate): Column<ContactView> => ({
  id: 'name',
  firstDirection: 'asc',
  label: t('field.displayName'),
  width: 25,
  cell: (contact) => <NameCell contact={contact} />,
});

/** The server orders by company under this name; every other order is named after its field. */
const ORDERS: Record<string, string> = { companyName: 'company' };

const toColumn = (field: FieldDescription, t: Translate, intl: IntlShape): Column<ContactView> => ({
  id: ORDERS[field.name] ?? field.name,
  label: fieldLabel(t, field),
  width: WIDTHS[field.name] ?? TYPE_WIDTHS[field.type] ?? USUAL_WIDTH,
  align: NUMBERS.has(field.type) ? 'end' : undefined,
  firstDirection: field.sortable ? firstDirectionOf(field.type) : undefined,
  cell: cellOf(field, { t, intl }),
});

const WIDTHS: Record<string, number> = {
  email: 29,
  state: 11,
  status: 15,
  owner: 14,
  country: 14,
  website: 22,
};
const TYPE_WIDTHS: Record<string, number> = { datetime: 15, integer: 10, boolean: 10 };
const USUAL_WIDTH = 16;

const NUMBERS = new Set(['integer', 'biginteger', 'decimal', 'float']);
const DATES = new Set(['date', 'datetime', 'time']);

const firstDirectionOf = (type: string) => (NUMBERS.has(type) || DATES.has(type) ? 'desc' : 'asc');

/** Until the catalogue has come, so that the table's heads do not jump. */
const FALLBACK_FIELDS: FieldDescription[] = DEFAULT_COLUMNS.map((name) => ({
  name,
  type: 'string',
  label: name,
  required: false,
  core: true,
  editable: false,
  sortable: false,
  filterable: false,
  listable: true,
  editor: 'plain',
  group: 'contact',
}));
