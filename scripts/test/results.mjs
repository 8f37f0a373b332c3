/** Adds up what the steps answer and prints it. */

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, problems: string[] }} StepResult */

const SEPARATOR = '─'.repeat(72);

export const announce = (name) => console.log(`\n${SEPARATOR}\n▶ ${name}\n`);

/** @param {StepResult[]} results */
export const printSteps = (results) => {
  console.log(`\n${SEPARATOR}`);
  for (const { name, passed, failed, seconds } of results) {
    const mark = failed > 0 ? '✗' : '✓';
    const counts = `${passed} passed, ${failed} failed`;
    console.log(`${mark} ${name.padEnd(28)} ${counts.padEnd(26)} ${seconds.toFixed(0)} s`);
  }
  for (const { name, problems } of results) {
    for (const problem of problems) console.log(`\n✗ ${name}: ${problem}`);
  }
};

/** @param {Awaited<ReturnType<import('./databases.mjs').probeDatabases>>} databases */
export const printDatabases = (databases) => {
  console.log('');
  for (const { title, usable, reason } of databases) {
    console.log(`${title}: ${usable ? 'exercised' : `not exercised (${reason})`}`);
  }
};

/** Prints the closing line; the answer is the exit code. Nothing run is a failure too. */
export const close = (results) => {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const passed = sum('passed');
  const failed = sum('failed');
  if (passed + failed === 0) console.log('\nNo test was run.');
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
};
