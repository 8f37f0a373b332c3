/** Scores in the admin, in a browser. */
import { scoresSuite } from './support/admin-scores-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('scores', () => scoresSuite(theStage));
