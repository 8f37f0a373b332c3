/** Content for some: whom it is for, who sees what, and how a split does, in Strapi's own edit view. */
import { personalisationSuite } from './support/admin-personalisation-suite';
import { onStage } from './support/on-stage';

const theStage = onStage();

describe('personalisation', () => personalisationSuite(theStage));
