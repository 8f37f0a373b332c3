import { useIntl } from 'react-intl';
import type { Condition, Explained } from '../../../../../server/src/modules/conditions/contract';
import { Skeleton } from '../../skeleton';
import { useTranslate } from '../../translate';
import { useCatalogue } from '../api';
import { useNames } from '../builder/use-names';
import { ExplanationTree } from './explanation-tree';

interface ConditionExplanationProps {
  condition: Condition;
  /** Of that condition. */
  explanation: Explained;
}

/** What a condition asks and what was found, in the words of the builder. */
export const ConditionExplanation = ({ condition, explanation }: ConditionExplanationProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const names = useNames(condition);
  const { data: catalogue, isError } = useCatalogue();
  if (!catalogue && !isError) return <Skeleton $height="8rem" />;
  const context = catalogue && { catalogue, names, t, intl };
  return <ExplanationTree node={explanation} condition={condition} context={context} />;
};
