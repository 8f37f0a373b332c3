/**
 * Everything `npm test` runs, in order: what fails fast comes first. A row is made of lanes, which run
 * side by side: the linter keeps one core busy for as long as everything that starts no Strapi takes.
 */
import { runCommand } from '../setup/run-command.mjs';
import { runJest } from './jest-step.mjs';

/** Real Strapis, that now and then wait for a database: three at a time keep two cores busy. */
const STRAPI_WORKERS = 3;
/** What a browser waits for still comes in time. */
const BROWSER_WORKERS = 2;
/** Short-lived objects die young in a larger nursery: a twentieth less time where a Strapi starts in every file. */
const NODE_OPTIONS = '--max-semi-space-size=64';

const npmScript = (name) => async () => {
  const { ok } = await runCommand('npm', ['run', '--silent', name]);
  return ok
    ? { passed: 1, failed: 0, problems: [] }
    : { passed: 0, failed: 1, problems: [`\`npm run ${name}\` has complaints, see above`] };
};

/**
 * @param {{ databases: { kind: string, title: string, usable: boolean, reason: string, failure: boolean }[],
 *   chromium: string | undefined }} context
 */
export const stepsFor = ({ databases, chromium }) => [
  [
    [{ group: 'lint', name: 'lint', run: npmScript('lint') }],
    [
      { group: 'types', name: 'types', run: npmScript('types') },
      ...['architecture', 'unit', 'admin'].map((project) => ({
        group: project,
        name: project,
        run: () => runJest({ project, workers: 1 }),
      })),
    ],
  ],
  alone({ group: 'access', name: 'access, SQLite', run: () => onStrapi('access', 'sqlite') }),
  ...databases
    .filter(({ usable, failure }) => usable || failure)
    .map(({ kind, title, usable, reason }) =>
      alone({
        group: 'integration',
        name: `integration, ${title}`,
        run: usable ? () => onStrapi('integration', kind) : async () => unusable(title, reason),
      })
    ),
  alone({
    group: 'e2e',
    name: 'e2e (browser)',
    run: () =>
      runJest({ project: 'e2e', workers: BROWSER_WORKERS, env: { CHROMIUM_PATH: chromium } }),
  }),
];

const alone = (step) => [[step]];

/** Who may call what and how often is no matter of the database; everything else is tried on each of them. */
const onStrapi = (project, kind) =>
  runJest({ project, workers: STRAPI_WORKERS, env: { TEST_DATABASE: kind, NODE_OPTIONS } });

const unusable = (title, reason) => ({
  passed: 0,
  failed: 1,
  problems: [`${title} was asked for and cannot be used (${reason})`],
});

export const GROUPS = [
  'lint',
  'types',
  'architecture',
  'unit',
  'admin',
  'access',
  'integration',
  'e2e',
];
