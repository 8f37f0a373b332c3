/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import czech from '../../../admin/src/translations/cs.json';
import english from '../../../admin/src/translations/en.json';

const SOURCE = path.join(__dirname, '../../../admin/src');

const source = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(SOURCE, file), 'utf8'))
  .join('\n');

/** Ids written out, and the fixed beginnings of those made with a variable: t(`state.${state}`). */
const written = new Set([...source.matchAll(/['"]([a-z]\w*(?:\.\w+)+)['"]/g)].map(([, id]) => id));
const patterns = [...source.matchAll(/t\(\s*`([\w.]+\.)?\$\{[^}]+\}([\w.]*)`/g)].map(
  ([, start = '', end = '']) => ({ start, end })
);

const isUsed = (id: string): boolean =>
  written.has(id) ||
  patterns.some(({ start, end }) => start !== '' && id.startsWith(start) && id.endsWith(end));

/** What a text takes, and as what: `{count, plural, …}` takes `count: plural`. */
const placeholders = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/\{(\w+)(?:, (\w+))?[,}]/g)].map(([, name, as]) => `${name}: ${as}`)
    ),
  ].sort();

it('has no English text that no screen shows', () => {
  expect(Object.keys(english).filter((id) => !isUsed(id))).toEqual([]);
});

it('leaves no English text empty', () => {
  expect(Object.entries(english).filter(([, text]) => text.trim() === '')).toEqual([]);
});

const pairs = Object.entries(english).map(
  ([id, text]) => [id, text, (czech as Record<string, string>)[id] ?? ''] as const
);

it('has every text in Czech, too, and none besides', () => {
  expect(Object.keys(czech).sort()).toEqual(Object.keys(english).sort());
  expect(pairs.filter(([, , translated]) => translated.trim() === '')).toEqual([]);
});

it('translates with the same placeholders', () => {
  for (const [id, text, translated] of pairs) {
    expect([id, placeholders(translated)]).toEqual([id, placeholders(text)]);
  }
});

it('counts in Czech as Czech does', () => {
  const formsOf = (text: string, form: string) => text.split(` ${form} {`).length - 1;
  for (const [id, text, translated] of pairs) {
    const counted = formsOf(text, 'one');
    for (const form of ['one', 'few', 'many']) {
      expect([id, form, formsOf(translated, form)]).toEqual([id, form, counted]);
    }
  }
});

it.each([
  ['en', english],
  ['cs', czech],
])('has no text that cannot be read: %s', (locale, messages: Record<string, string>) => {
  const problems: string[] = [];
  const intl = createIntl({ locale, messages, onError: ({ message }) => problems.push(message) });
  for (const [id, text] of Object.entries(messages)) {
    const taken = placeholders(text).map((one) => [one.replace(/:.*/, ''), 2] as const);
    // Without values a text is shown as it stands, tags and all.
    intl.formatMessage({ id }, taken.length > 0 ? Object.fromEntries(taken) : undefined);
  }
  expect(problems).toEqual([]);
});

it('writes no sentence into the screens themselves', () => {
  const inMarkup = [...source.matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}=;]*)</g)].map(
    ([, text]) => text
  );
  expect(inMarkup).toEqual([]);
});
