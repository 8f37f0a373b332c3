import type { IntlShape } from 'react-intl';
import type { ConditionCatalogue } from '../../../../../server/src/modules/conditions/contract';
import type { Translate } from '../../translate';
import type { Names } from './names';

/** What is needed to say a condition in words. */
export interface SayContext {
  catalogue: ConditionCatalogue;
  names: Names;
  t: Translate;
  intl: IntlShape;
}
