/** The admin as a whole in a browser: how its screens look, the first minute after installing, the editions. */
import { editionSuite } from './support/admin-edition-suite';
import { firstMinuteSuite } from './support/admin-first-minute-suite';
import { looksSuite } from './support/admin-looks-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('every screen', () => looksSuite(theStage));
describe('the first minute', firstMinuteSuite);
describe('the editions', () => editionSuite(theStage));
