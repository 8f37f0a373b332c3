/** Explanations in the editor's language, from what the server found. */
import { createIntl } from 'react-intl';
import type {
  Condition,
  ConditionCatalogue,
  Evidence,
  Explained,
} from '../../../server/src/modules/conditions/contract';
import type { SayContext } from '../../../admin/src/shared/conditions/leaves/say-context';
import { sayAsked, sayFound } from '../../../admin/src/shared/conditions/preview/say-explained';
import type { Translate } from '../../../admin/src/shared/translate';
import czech from '../../../admin/src/translations/cs.json';

const intl = createIntl({ locale: 'cs', timeZone: 'UTC', messages: czech });
const t = ((id: keyof typeof czech, values?: Record<string, string | number>) =>
  intl.formatMessage({ id }, values)) as unknown as Translate;

const catalogue: ConditionCatalogue = {
  fields: [
    { name: 'country', label: 'Country', valueType: 'choice', entity: 'country', indexed: true },
  ],
  accountFields: [],
  activityFields: [],
  activityTypes: [{ name: 'purchase', displayName: 'Purchase' }],
  contentTypes: [],
  purposes: ['email'],
  timeZone: 'UTC',
  registered: [],
};

const names = {
  option: (_entity: string, value: string) => value,
  group: (code: string) => code,
  account: (id: string) => id,
  score: (code: string) => code,
};
const context = { catalogue, names, t, intl } as SayContext;
const explained = (type: string): Explained => ({ type, path: '', text: 'English', verdict: true });
const last = '2026-03-03T10:00:00.000Z';

const found: [Condition, Omit<Evidence, 'text'>, string][] = [
  [
    { type: 'attribute', field: 'country', operator: 'in', value: ['CZ'] },
    { value: 'CZ' },
    'Je: Česko',
  ],
  [{ type: 'state', operator: 'in', value: ['client'] }, { value: null }, 'Je prázdné'],
  [
    { type: 'activity', activity: 'purchase', operator: 'never' },
    { activities: { count: 2, eventIds: [], last } },
    'Nalezeno 2×, naposledy 3. 3. 2026',
  ],
  [
    { type: 'activity', activity: 'purchase', operator: 'never' },
    { activities: { count: 0, eventIds: [] } },
    'Nic nenalezeno',
  ],
  [
    { type: 'sequence', first: { activity: 'a' }, then: { activity: 'b' }, withinDays: 1 },
    { value: [1, 0] },
    'První: nalezeno jednou. Druhé: nic nenalezeno',
  ],
  [{ type: 'account' }, { value: ['Acme', 'Beta'] }, 'Patří k: Acme a Beta'],
  [{ type: 'account' }, { value: [] }, 'Nepatří k žádné takové firmě'],
  [
    { type: 'accountActivity', activity: '*', operator: 'never' },
    { value: [3] },
    'Kolikrát v jejich firmách: 3',
  ],
  [{ type: 'content', contentType: 'x', operator: 'atLeast', count: 1 }, { value: 3 }, 'Viděl 3'],
  [{ type: 'group', group: 'vip' }, { value: last }, 'Členem od 3. 3. 2026'],
  [{ type: 'group', group: 'vip' }, { value: null }, 'Není členem'],
  [{ type: 'score', score: 'fit', operator: 'gte', value: 1 }, { value: 1.5 }, 'Je: 1,5'],
  [{ type: 'consent', purpose: 'email', operator: 'has' }, { value: null }, 'Nikdy se nevyjádřil'],
  [
    { type: 'consent', purpose: 'email', operator: 'has' },
    { value: { granted: true, at: last } },
    'Souhlasil 3. 3. 2026',
  ],
  [
    { type: 'time', weekdays: [2] },
    { value: { weekday: 2, hour: 10, day: '2026-03-03', timeZone: 'UTC' } },
    'Je úterý 3. 3. 2026, 10:00 nebo později, v pásmu UTC',
  ],
  [{ type: 'site.own' }, {}, 'English'],
];

it.each(found)('says what was found for %j', (condition, evidence, sentence) => {
  const said = sayFound({ text: 'English', ...evidence }, condition, context);
  // Czech keeps its "a" with the next word.
  expect(said.replaceAll('\u00a0', ' ')).toBe(sentence);
});

it('says what was asked, and the words of the server for what it does not know', () => {
  const asked: Condition = { type: 'attribute', field: 'country', operator: 'in', value: ['CZ'] };
  expect(sayAsked(explained('attribute'), asked, context)).toBe('Země je Česko');
  expect(sayAsked(explained('not'), undefined, context)).toBe('Nic z');
  expect(sayAsked(explained('group'), asked, context)).toBe('English');
  expect(sayAsked(explained('group'), undefined, context)).toBe('English');
});
