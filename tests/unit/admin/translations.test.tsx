/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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

const placeholders = (text: string) =>
  new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name));

it('has no English text that no screen shows', () => {
  expect(Object.keys(english).filter((id) => !isUsed(id))).toEqual([]);
});

it('leaves no English text empty', () => {
  expect(Object.entries(english).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('translates into Czech only what exists in English, with the same placeholders', () => {
  const originals: Record<string, string> = english;
  for (const [id, text] of Object.entries<string>(czech)) {
    expect([id, originals[id]]).toEqual([id, expect.any(String)]);
    expect([id, placeholders(text)]).toEqual([id, placeholders(originals[id] ?? '')]);
  }
});

it('writes no sentence into the screens themselves', () => {
  const inMarkup = [...source.matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}=;]*)</g)].map(
    ([, text]) => text
  );
  expect(inMarkup).toEqual([]);
});
