/** A field of the site's own that a list can be filtered by, and how a list's address asks for it. */
import type { FilterWay } from '../../../../server/src/platform/fields/contract';
import type { DayRange } from '../date-range-editor';
import { withChange, type ListPlace } from '../list/list-address';
import { toDay } from '../local-day';

/** By the name of the server's parameter. */
export type OwnFilter = `customFields.${string}` | `field.${string}`;

export interface OwnField {
  name: OwnFilter;
  label: string;
  way: FilterWay;
  options: { value: string; label: string }[];
}

const OWN_PARAMETER = /^((?:customFields|field)\.[A-Za-z]\w*)(?:\.(from|to|empty))?$/;

/** The field that a parameter is about: `field.size` of `field.size.from`. Null for any other. */
export const ownFilterOf = (parameter: string): OwnFilter | null =>
  (OWN_PARAMETER.exec(parameter)?.[1] as OwnFilter | undefined) ?? null;

export const isOwnFilter = (name: string): name is OwnFilter => ownFilterOf(name) !== null;

/** What is asked of one field. */
export interface OwnParts {
  is?: string;
  from?: string;
  to?: string;
  empty?: string;
}

/** A list's state; `own` may hold other parameters as well. */
export interface OwnState extends ListPlace {
  own: Record<string, string>;
}

/** `also` are parameters that are kept with them. */
export const parseOwn = (search: URLSearchParams, also: string[] = []): OwnState['own'] =>
  Object.fromEntries(
    [...search].filter(([name]) => ownFilterOf(name) !== null || also.includes(name))
  );

export const ownParts = ({ own }: Pick<OwnState, 'own'>, name: OwnFilter): OwnParts => ({
  is: own[name],
  from: own[`${name}.from`],
  to: own[`${name}.to`],
  empty: own[`${name}.empty`],
});

/** Parts that are left out or empty are not asked any more. */
export const withOwn = <State extends OwnState>(
  state: State,
  name: OwnFilter,
  { is, ...parts }: OwnParts
): State => {
  const others = Object.entries(state.own).filter(([parameter]) => ownFilterOf(parameter) !== name);
  const asked = Object.entries({ '': is, ...parts }).flatMap(([part, value]) =>
    value ? [[part ? `${name}.${part}` : name, value]] : []
  );
  const own = Object.fromEntries([...others, ...asked]) as Record<string, string>;
  return withChange<OwnState>(state, { own }) as State;
};

/** An instant in the address is the day it is on here. */
export const toDays = (way: 'day' | 'instant', { from, to }: OwnParts): DayRange => {
  const day = (text: string | undefined) => {
    if (!text) return null;
    return way === 'day' ? text : toDay(new Date(text));
  };
  return { from: day(from), to: day(to) };
};
