/** The list of contacts by where they belong; the address holds document ids. */
import type { AddedFilterProps } from '../../../shared/list/added-filter';
import { enumerate } from '../../../shared/list/enumerate';
import { useTranslate } from '../../../shared/translate';
import { AccountSearch } from '../account-search';
import { useAccount } from '../api';

export const AccountFilter = ({ onChange }: AddedFilterProps) => (
  <AccountSearch onChoose={(account) => onChange([account])} />
);

export const AccountSummary = ({ values }: Pick<AddedFilterProps, 'values'>) => {
  const t = useTranslate();
  const [first, ...others] = values;
  const { data } = useAccount(first ?? null);
  return <>{enumerate([data?.name ?? '…', ...others], t)}</>;
};
