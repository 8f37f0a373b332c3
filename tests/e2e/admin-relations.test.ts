/** Accounts and groups in the admin, and an editor's morning with them, in a browser. */
import { accountsSuite } from './support/admin-accounts-suite';
import { crowdSuite } from './support/admin-crowd-suite';
import { editorStorySuite } from './support/admin-editor-story-suite';
import { groupsSuite } from './support/admin-groups-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('accounts', () => accountsSuite(theStage));
describe('an editor’s morning', () => editorStorySuite(theStage));
describe('groups', () => groupsSuite(theStage));
describe('ten thousand people', () => crowdSuite(theStage));
