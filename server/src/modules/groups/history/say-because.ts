/** Why somebody came or left, as a sentence. */
import type { Core } from '@strapi/strapi';
import { adminNames } from '../../../platform/admin-names';
import type { Changes } from '../../../platform/recalculation/contract';
import { activityTypes } from '../../activities';
import { describeFields } from '../../contacts';
import type { AskedPermission } from '../../conditions';
import type { EntryWay } from '../contract';
import { readBecause, type Because } from './because';
import type { Language } from './language';

interface Told {
  way: EntryWay;
  because: string;
  entered: boolean | number;
}

/** What things are called. */
interface Names {
  activity: (type: string) => string;
  field: (name: string) => string;
  admin: (id: number) => string | null;
}

/** Whether an admin's permission allows whoever reads it to see what it is about. */
export type Sees = (permission: AskedPermission) => boolean;

/** For all rows of a page: names are looked up once. */
export const createTeller = async (
  strapi: Core.Strapi,
  rows: Told[],
  { language, sees }: { language: Language; sees: Sees }
): Promise<(row: Told) => string> => {
  const read = new Map(rows.map((row) => [row, readBecause(row.because)]));
  const names = await namesFor(strapi, [...read.values()]);
  const words = SENTENCES[language];
  return (row) => {
    const because = read.get(row) ?? { by: 'rebuild' };
    return sentence(words, names, { ...row, because: asSeen(because, sees) });
  };
};

const namesFor = async (strapi: Core.Strapi, all: Because[]): Promise<Names> => {
  const types = new Map(
    (await activityTypes(strapi).list()).map(({ name, displayName }) => [name, displayName])
  );
  const fields = new Map(describeFields(strapi).map(({ name, label }) => [name, label]));
  const admins = await adminNames(strapi, all.flatMap(adminIdsOf));
  return {
    activity: (type) => types.get(type) ?? type,
    field: (name) => fields.get(name) ?? name,
    admin: (id) => admins.get(id) ?? null,
  };
};

/** As of an explanation: what takes a permission of its own is kept from who lacks it. */
const NEEDED: Partial<Record<keyof Changes, readonly AskedPermission[]>> = {
  activities: ['activities.read'],
  scores: ['scores.read'],
  account: ['accounts.read'],
  people: ['accounts.read', 'activities.read'],
};

const asSeen = (because: Because, sees: Sees): Because | null => {
  if (because.by !== 'changes') return because;
  const told = Object.entries(because.changes).filter(([, value]) => [value].flat().some(Boolean));
  const seen = told.filter(([name]) => (NEEDED[name as keyof Changes] ?? []).every(sees));
  if (told.length > 0 && seen.length === 0) return null;
  return { by: 'changes', changes: Object.fromEntries(seen) };
};

const ADMIN = /^admin:(\d+)$/;

const adminIdsOf = (because: Because): number[] => {
  const id = because.by === 'hand' ? ADMIN.exec(because.actor)?.[1] : undefined;
  return id === undefined ? [] : [Number(id)];
};

interface Sentences {
  rebuild: string;
  clock: string;
  account: (entered: boolean) => string;
  hand: (way: EntryWay, entered: boolean, who: string) => string;
  made: string;
  /** Of what is not for everybody to read. */
  changed: string;
  parts: {
    activities: (names: string) => string;
    fields: (names: string) => string;
    groups: (names: string) => string;
    scores: (names: string) => string;
    account: string;
    people: string;
    consent: string;
  };
  because: (parts: string[]) => string;
  somebody: string;
}

const SENTENCES: Record<Language, Sentences> = {
  en: {
    rebuild: 'When all contacts were asked',
    clock: 'Because time has passed',
    account: (entered) =>
      entered
        ? 'Belongs to an account in the group'
        : 'Belongs to no account in the group any more',
    hand: (way, entered, who) => {
      if (way === 'exclusion') return `${entered ? 'No longer excluded' : 'Excluded'} by ${who}`;
      return `${entered ? 'Added' : 'Taken out'} by ${who}`;
    },
    made: 'Was added, or joined with another contact',
    changed: 'Because of something that has changed',
    parts: {
      activities: (names) => `did: ${names}`,
      fields: (names) => `changed: ${names}`,
      groups: (names) => `entered or left: ${names}`,
      scores: (names) => `has another score: ${names}`,
      account: 'has another account, or the account has changed',
      people: 'people in the account did something',
      consent: 'said something else about consent',
    },
    because: (parts) => capital(parts.join('; ')),
    somebody: 'the site',
  },
  cs: {
    rebuild: 'Při přepočtu všech kontaktů',
    clock: 'Protože uplynul čas',
    account: (entered) =>
      entered ? 'Patří k firmě ve skupině' : 'Už nepatří k žádné firmě ve skupině',
    hand: (way, entered, who) => {
      if (way === 'exclusion') return `${entered ? 'Vyloučení zrušeno' : 'Vyloučení'}: ${who}`;
      return `${entered ? 'Přidání' : 'Odebrání'}: ${who}`;
    },
    made: 'Kontakt vznikl nebo byl sloučen s jiným',
    changed: 'Kvůli něčemu, co se změnilo',
    parts: {
      activities: (names) => `aktivita: ${names}`,
      fields: (names) => `změna: ${names}`,
      groups: (names) => `vstup do skupiny nebo odchod z ní: ${names}`,
      scores: (names) => `jiné skóre: ${names}`,
      account: 'jiná firma, nebo se firma změnila',
      people: 'aktivita lidí z firmy',
      consent: 'změna souhlasu',
    },
    because: (parts) => capital(parts.join('; ')),
    somebody: 'web',
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const sentence = (
  words: Sentences,
  names: Names,
  { way, entered, because }: Omit<Told, 'because'> & { because: Because | null }
): string => {
  if (!because) return words.changed;
  if (because.by === 'changes') return sayChanges(words, names, because.changes);
  if (because.by === 'account') return words.account(Boolean(entered));
  if (because.by !== 'hand') return words[because.by];
  const [id] = adminIdsOf(because);
  const who = (id === undefined ? null : names.admin(id)) ?? words.somebody;
  return words.hand(way, Boolean(entered), who);
};

const sayChanges = (words: Sentences, names: Names, changes: Changes): string => {
  const { activities = [], fields = [], groups = [], scores = [] } = changes;
  const { parts } = words;
  const said = [
    ...(activities.length > 0 ? [parts.activities(list(activities, names.activity))] : []),
    ...(fields.length > 0 ? [parts.fields(list(fields, names.field))] : []),
    ...(groups.length > 0 ? [parts.groups(groups.join(', '))] : []),
    ...(scores.length > 0 ? [parts.scores(scores.join(', '))] : []),
    ...(['account', 'people', 'consent'] as const).flatMap((name) =>
      changes[name] ? [parts[name]] : []
    ),
  ];
  return said.length > 0 ? words.because(said) : words.made;
};

const list = (items: string[], name: (item: string) => string): string =>
  [...new Set(items)].map(name).join(', ');
