/** Everything `npm test` runs, in order: what fails fast comes first. */
import { runCommand } from '../setup/run-command.mjs';
import { runJest } from './jest-step.mjs';

/** Real Strapis: two at a time keep two cores busy without starving each other into timeouts. */
const INTEGRATION_WORKERS = 2;
/** One browser and one site at a time, so that what a test waits for comes in time. */
const BROWSER_WORKERS = 1;

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
  { group: 'lint', name: 'lint', run: npmScript('lint') },
  { group: 'types', name: 'types', run: npmScript('types') },
  { group: 'architecture', name: 'architecture', run: () => runJest({ project: 'architecture' }) },
  { group: 'unit', name: 'unit', run: () => runJest({ project: 'unit' }) },
  { group: 'admin', name: 'admin', run: () => runJest({ project: 'admin' }) },
  ...databases
    .filter(({ usable, failure }) => usable || failure)
    .map(({ kind, title, usable, reason }) => ({
      group: 'integration',
      name: `integration, ${title}`,
      run: usable ? () => integration(kind) : async () => unusable(title, reason),
    })),
  {
    group: 'e2e',
    name: 'e2e (browser)',
    run: () =>
      runJest({ project: 'e2e', workers: BROWSER_WORKERS, env: { CHROMIUM_PATH: chromium } }),
  },
];

const integration = (kind) =>
  runJest({
    project: 'integration',
    workers: INTEGRATION_WORKERS,
    env: { TEST_DATABASE: kind },
  });

const unusable = (title, reason) => ({
  passed: 0,
  failed: 1,
  problems: [`${title} was asked for and cannot be used (${reason})`],
});

export const GROUPS = ['lint', 'types', 'architecture', 'unit', 'admin', 'integration', 'e2e'];
