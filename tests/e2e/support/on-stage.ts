/** What the files of admin tests have in common: one start of Strapi each, because that is what takes time. */
import { openStage, type Stage, type TheStage } from './admin-stage';

/** The first start of a fresh clone builds an admin. */
const BUILD_MILLISECONDS = 600_000;

/**
 * Opens the stage before a file's tests and closes it after them. A test fails when a page threw
 * something meanwhile, whatever it looked at.
 */
export const onStage = (): TheStage => {
  jest.setTimeout(BUILD_MILLISECONDS);
  let stage: Stage;
  let mistakes: string[];
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    mistakes = [];
    stage.admin.page.removeAllListeners('pageerror');
    stage.admin.page.on('pageerror', (error) => mistakes.push(error.message));
  });
  afterEach(async () => {
    await stage.admin.page.unrouteAll();
    expect(mistakes).toEqual([]);
  });
  return () => stage;
};
