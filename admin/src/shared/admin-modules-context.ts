/** How a screen finds what other domains add to it, without importing them. */
import { createContext, useContext, useMemo } from 'react';
import type { AdminModule } from './admin-module';
import { useEdition, type Edition } from './edition';
import type { Guarded } from './guarded';
import { useMay } from './permissions';

const AdminModulesContext = createContext<AdminModule[]>([]);

export const AdminModulesProvider = AdminModulesContext.Provider;

/** What the modules offer of one kind, as far as this edition has it and this user may see it. */
export const useOffered = <Item extends Guarded>(
  pick: (module: AdminModule) => Item[] | undefined
): { items: Item[]; isKnown: boolean } => {
  const modules = useContext(AdminModulesContext);
  const edition = useEdition();
  const may = useMay();
  const items = useMemo(
    () =>
      modules
        .flatMap((module) => pick(module) ?? [])
        .filter((item) => item.permissions.every(may) && isOf(item, edition)),
    [modules, pick, may, edition]
  );
  return { items, isKnown: edition !== undefined };
};

/** Everything there is of one kind, whether this user may see it or not. */
export const useDefined = <Item>(pick: (module: AdminModule) => Item[] | undefined): Item[] => {
  const modules = useContext(AdminModulesContext);
  return useMemo(() => modules.flatMap((module) => pick(module) ?? []), [modules, pick]);
};

const isOf = (item: Guarded, edition: Edition | undefined): boolean =>
  item.edition === undefined || item.edition === edition;

interface FirstMinute {
  name: string;
  FirstMinute: NonNullable<AdminModule['FirstMinute']>;
}

/** What the modules offer to someone who has no contact yet. */
export const useFirstMinutes = (): FirstMinute[] =>
  useContext(AdminModulesContext).flatMap(({ name, FirstMinute }) =>
    FirstMinute ? [{ name, FirstMinute }] : []
  );
