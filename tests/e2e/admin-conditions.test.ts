/** Groups that fill themselves, from the first condition to the explanation on a card, in a browser. */
import { conditionsSuite } from './support/admin-conditions-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('conditions', () => conditionsSuite(theStage));
