import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { useCatalogue } from '../../../shared/conditions/api';
import { ConditionReading } from '../../../shared/conditions/preview/condition-reading';
import { Skeleton } from '../../../shared/skeleton';

interface ConditionWordsProps {
  condition: Condition;
  variant?: 'omega' | 'pi';
}

/** What is asked, in words. */
const ConditionWords = ({ condition, variant = 'omega' }: ConditionWordsProps) => {
  const { data: catalogue } = useCatalogue();
  if (!catalogue) return <Skeleton $width="100%" />;
  return <ConditionReading {...{ condition, catalogue, variant }} />;
};

export default ConditionWords;
