/** Contacts in the admin, in a browser, on the production build, over the sample data. */
import { bulkSuite } from './support/admin-bulk-suite';
import { cardSuite } from './support/admin-card-suite';
import { listSuite } from './support/admin-list-suite';
import { listsSuite } from './support/admin-lists-suite';
import { liveSuite } from './support/admin-live-suite';
import { timelineSuite } from './support/admin-timeline-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('the contact list', () => listSuite(theStage));
describe('changing many contacts', () => bulkSuite(theStage));
describe('views, undo, export and the command bar', () => listsSuite(theStage));
describe('the contact card', () => cardSuite(theStage));
describe('the timeline', () => timelineSuite(theStage));
describe('visitors now and last month', () => liveSuite(theStage));
