/**
 * `npm test`: sets up what is missing, runs everything, prints which databases were exercised, and
 * ends with one line `N passed, N failed`. `npm test -- unit integration` runs only those steps.
 */
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { probeDatabases } from './test/databases.mjs';
import { announce, close, printDatabases, printSteps } from './test/results.mjs';
import { GROUPS, stepsFor } from './test/steps.mjs';

// Children lead groups of their own and do not hear Ctrl-C: ending by `exit` ends them too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !GROUPS.includes(name));
if (unknown) {
  console.error(`There is no step "${unknown}". The steps are: ${GROUPS.join(', ')}`);
  process.exit(1);
}
const isChosen = (group) => chosen.length === 0 || chosen.includes(group);

const timed = async (name, run) => {
  announce(name);
  const start = performance.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, problems: [error.message] };
  }
  const seconds = (performance.now() - start) / 1_000;
  console.log(`\n${name}: ${seconds.toFixed(1)} s`);
  return { name, seconds, ...result };
};

const runLane = async (steps) => {
  const results = [];
  for (const { name, run } of steps.filter(({ group }) => isChosen(group))) {
    results.push(await timed(name, run));
  }
  return results;
};

const context = { databases: [], chromium: undefined };
const setUp = async () => {
  await ensureDependencies();
  if (isChosen('integration')) {
    context.databases = await probeDatabases();
    printDatabases(context.databases);
  }
  if (isChosen('e2e')) context.chromium = await ensureChromium();
  // Whatever starts a Strapi serves the tracker's script.
  if (['access', 'integration', 'e2e'].some(isChosen)) await ensureBuild();
  return { passed: 0, failed: 0, problems: [] };
};

const results = [await timed('set-up', setUp)];
if (results[0].failed === 0) {
  for (const lanes of stepsFor(context)) {
    results.push(...(await Promise.all(lanes.map(runLane))).flat());
  }
}
printSteps(results);
if (isChosen('integration')) printDatabases(context.databases);
process.exit(close(results));
