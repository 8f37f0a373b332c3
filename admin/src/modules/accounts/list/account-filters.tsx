import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { countries } from '../../../shared/country-name';
import { enumerate } from '../../../shared/list/enumerate';
import { FilterChips, type FilterSummary } from '../../../shared/list/filter-chips';
import { OptionList } from '../../../shared/option-list';
import { isOwnFilter, type OwnFilter } from '../../../shared/own-filters/own-field';
import { OwnFilterOf } from '../../../shared/own-filters/own-filter';
import { useOwnFields, useOwnSummary } from '../../../shared/own-filters/use-own-filters';
import { useTranslate } from '../../../shared/translate';
import { useOwners } from '../../contacts';
import { useAccount, useAccountFields, useAccountOptions, useAccountStatuses } from '../api';
import {
  FILTERS,
  withFilter,
  withoutFilter,
  type AccountFilter,
  type AccountListState,
} from './list-state';
import { NO_PARENT, ParentFilter } from './parent-filter';

interface AccountFiltersProps {
  state: AccountListState;
  onChange: (state: AccountListState) => void;
}

export const AccountFilters = ({ state, onChange }: AccountFiltersProps) => {
  const t = useTranslate();
  const { data: fields } = useAccountFields();
  const own = useOwnFields(fields).map(({ name, label }) => ({ name, label }));
  return (
    <FilterChips<AccountFilter | OwnFilter>
      inUse={[...useKnownSummary(state), ...useOwnSummary(state, fields)]}
      offered={[...FILTERS.map((name) => ({ name, label: t(`accounts.filter.${name}`) })), ...own]}
      editorOf={(name) =>
        isOwnFilter(name) ? (
          <OwnFilterOf {...{ name, fields, state, onChange }} />
        ) : (
          <KnownFilterEditor {...{ name, state, onChange }} />
        )
      }
      onRemove={(name) => onChange(withoutFilter(state, name))}
    />
  );
};

/** The plugin's own filters in use in words: "Status: VIP". */
const useKnownSummary = (state: AccountListState): FilterSummary<AccountFilter>[] => {
  const t = useTranslate();
  const options = useFilterOptions();
  const parentLabel = useParentLabel(state.options.parent?.[0]);
  const labelsOf = (name: AccountFilter, values: string[]): string[] =>
    name === 'parent'
      ? [parentLabel]
      : values.map((value) => options[name].find((one) => one.value === value)?.label ?? value);
  return FILTERS.flatMap((name) => {
    const values = state.options[name] ?? [];
    const label = t(`accounts.filter.${name}`);
    return values.length > 0 ? [{ name, label, value: enumerate(labelsOf(name, values), t) }] : [];
  });
};

type KnownFilterEditorProps = AccountFiltersProps & { name: AccountFilter };

const KnownFilterEditor = ({ name, state, onChange }: KnownFilterEditorProps) => {
  const t = useTranslate();
  const options = useFilterOptions();
  return name === 'parent' ? (
    <ParentFilter onChoose={(parent) => onChange(withFilter(state, name, [parent]))} />
  ) : (
    <OptionList
      label={t(`accounts.filter.${name}`)}
      options={options[name]}
      selected={state.options[name] ?? []}
      onChange={(values) => onChange(withFilter(state, name, values))}
    />
  );
};

/** The filter is one document id; its name comes from the account. */
const useParentLabel = (parent: string | undefined): string => {
  const t = useTranslate();
  const { data } = useAccount(parent && parent !== NO_PARENT ? parent : null);
  return parent === NO_PARENT ? t('accounts.noParent') : (data?.name ?? '…');
};

type Options = Record<Exclude<AccountFilter, 'parent'>, { value: string; label: string }[]>;

const same = (value: string) => ({ value, label: value });

/** A comma would be read as two values. */
const canBeSent = (value: string) => !value.includes(',');

const useFilterOptions = (): Options => {
  const { locale } = useIntl();
  const { data: statuses } = useAccountStatuses();
  const { data: owners } = useOwners();
  const { data: used } = useAccountOptions();
  return useMemo(
    () => ({
      status: (statuses ?? []).map(({ name, displayName }) => ({
        value: name,
        label: displayName,
      })),
      accountType: (used?.accountType ?? []).filter(canBeSent).map(same),
      industry: (used?.industry ?? []).filter(canBeSent).map(same),
      owner: (owners ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
      country: countries(locale),
    }),
    [statuses, used, owners, locale]
  );
};
