/** The columns of the account list: the plugin's own and every plain attribute the site adds. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { AccountView } from '../../../../../server/src/modules/accounts/contract';
import type { Column } from '../../../shared/data-table-column';
import { toColumn, toFallbackFields } from '../../../shared/fields/field-column';
import { fieldLabel } from '../../../shared/fields/field-labels';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { accountPath } from '../../../shared/paths';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useAccountFields } from '../api';
import { cellOf } from './cells';

export const DEFAULT_COLUMNS = ['status', 'accountType', 'industry', 'owner', 'country', 'parent'];
const FALLBACK_FIELDS = toFallbackFields(DEFAULT_COLUMNS);

export const useColumns = (chosen: string[]) => {
  const t = useTranslate();
  const intl = useIntl();
  const { data: fields } = useAccountFields();
  return useMemo(() => {
    const available = (fields ?? FALLBACK_FIELDS).filter(
      ({ listable, name }) => listable && !NO_COLUMN.has(name)
    );
    const byName = new Map(available.map((field) => [field.name, field]));
    const shown = chosen.flatMap((name) => byName.get(name) ?? []);
    return {
      columns: [
        nameColumn(t),
        ...shown.map((field) =>
          toColumn(field, { t, cell: cellOf(field, { t, intl }), width: WIDTHS[field.name] })
        ),
      ],
      choices: available.map((field) => ({ id: field.name, label: fieldLabel(t, field) })),
    };
  }, [fields, chosen, t, intl]);
};

/** The name is there anyway, and rows do not carry who the contacts are. */
const NO_COLUMN = new Set(['name', 'primaryContact', 'secondaryContact']);

const nameColumn = (t: Translate): Column<AccountView> => ({
  id: 'name',
  firstDirection: 'asc',
  label: t('field.displayName'),
  width: 28,
  cell: ({ documentId, name }) => (
    <RowLink to={accountPath(documentId)} title={name}>
      <NameText>{name}</NameText>
    </RowLink>
  ),
});

const WIDTHS: Record<string, number> = { status: 15, owner: 14, country: 14, parent: 20 };
