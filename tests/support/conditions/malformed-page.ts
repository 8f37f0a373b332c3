/** docs/reference/conditions-errors.md, made of what the tests check. */
import { ROWS } from './malformed';
import { REFUSALS } from './refusals';

export interface Malformed {
  what: string;
  condition: unknown;
  shown: string;
  path: string;
  message: string;
}

export const MALFORMED: Malformed[] = ROWS.map(([what, condition, shown]) => {
  const [path = '', message = 'nothing is expected of it'] = REFUSALS[what] ?? [];
  return { what, condition, shown: shown ?? `\`${JSON.stringify(condition)}\``, path, message };
});

const cell = (text: string): string => text.replace(/\|/g, '\\|');

export const toPage = (all: Malformed[]): string =>
  [
    '# Conditions that are refused',
    '',
    'A condition is read when it is saved or asked, and whatever is wrong is named: `error.details.errors`',
    'has one entry for every problem, with the path to it. Nothing that is not known is ever left out of a',
    'condition to make it fit, because an audience must never be wider than what was asked for. The tests',
    'hold every row of this page against a running Strapi, and write the page with `WRITE_PAGES=1`.',
    '',
    '| what | condition | path | message |',
    '|---|---|---|---|',
    ...all.map(({ what, shown, path, message }) =>
      ['', what, cell(shown), path === '' ? 'the whole' : `\`${path}\``, cell(message), '']
        .join(' | ')
        .trim()
    ),
    '',
  ].join('\n');
