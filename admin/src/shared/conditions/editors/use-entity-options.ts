/** The labels of the settings and the people who own contacts: what the editors choose from. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useMay } from '../../permissions';
import type { ValueOption } from '../api';
import type { NamedEntity } from '../leaves/names';

interface Label {
  name: string;
  displayName: string;
}

interface Owner {
  id: number;
  name: string;
}

type Listed = Exclude<NamedEntity, 'country'>;

const ROUTES: Record<Listed, string> = {
  status: '/contact-statuses',
  'account-status': '/account-statuses',
  role: '/contact-roles',
  owner: '/owners',
};

const useList = (entity: Listed, enabled: boolean): ValueOption[] => {
  const { data } = useQuery({
    enabled,
    queryKey: ['conditions', 'entities', entity],
    queryFn: ({ signal }) => api.get<{ data: (Label | Owner)[] }>(ROUTES[entity], { signal }),
    staleTime: 60_000,
  });
  return useMemo(() => (data?.data ?? []).map(toOption), [data]);
};

const toOption = (one: Label | Owner): ValueOption =>
  'displayName' in one
    ? { value: one.name, label: one.displayName }
    : { value: String(one.id), label: one.name };

export const useEntityOptions = (): Record<Listed, ValueOption[]> => {
  const may = useMay();
  const status = useList('status', may('contacts.read'));
  const accountStatus = useList('account-status', may('accounts.read'));
  const role = useList('role', may('accounts.read'));
  const owner = useList('owner', may('contacts.read'));
  return useMemo(
    () => ({ status, 'account-status': accountStatus, role, owner }),
    [status, accountStatus, role, owner]
  );
};
