/** Finds a Chromium for the browser tests, or installs one. */
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, runInForeground } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the program. Throws a sentence that says what to do when there is none to be had. */
export const ensureChromium = async () => {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !isProgram(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}: no program there`);
  const found = chosen ?? findChromium();
  if (found) return found;
  console.log('No Chromium on this machine: installing one');
  await installChromium();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM_PATH');
};

const findChromium = () =>
  [...onPath(), ...ELSEWHERE, playwrightsOwn()].find(
    (file) => file !== undefined && isProgram(file)
  );

const onPath = () =>
  NAMES.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))
  );

/** Where `playwright-core install chromium` would put it. Known only once dependencies are there. */
const playwrightsOwn = () => {
  try {
    return createRequire(path.join(ROOT, 'package.json'))(
      'playwright-core'
    ).chromium.executablePath();
  } catch {
    return undefined;
  }
};

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installChromium = async () => {
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runInForeground('apt-get', ['update'], { env });
    const packages = ['install', '-y', '--no-install-recommends', 'chromium'];
    if ((await runInForeground('apt-get', packages, { env })).ok) return;
  }
  await runInForeground(process.execPath, [
    path.join(ROOT, 'node_modules/playwright-core/cli.js'),
    'install',
    'chromium',
  ]);
};
