import { useIntl } from 'react-intl';
import type {
  Condition,
  ConditionCatalogue,
} from '../../../../../server/src/modules/conditions/contract';
import { useCatalogue } from '../../../shared/conditions/api';
import { useNames } from '../../../shared/conditions/builder/use-names';
import { ConditionReading } from '../../../shared/conditions/preview/condition-reading';
import { readCondition } from '../../../shared/conditions/preview/read-condition';
import { useTranslate } from '../../../shared/translate';

interface FilterReadingProps {
  condition: Condition;
  /** Within a chip. */
  isInline?: boolean;
}

/** What is asked, in words. */
const FilterReading = ({ condition, isInline = false }: FilterReadingProps) => {
  const { data: catalogue } = useCatalogue();
  if (!catalogue) return <>…</>;
  return isInline ? (
    <Inline {...{ condition, catalogue }} />
  ) : (
    <ConditionReading {...{ condition, catalogue }} />
  );
};

const Inline = (props: { condition: Condition; catalogue: ConditionCatalogue }) => {
  const { condition, catalogue } = props;
  const t = useTranslate();
  const intl = useIntl();
  const names = useNames(condition);
  return <>{readCondition(condition, { catalogue, names, t, intl })}</>;
};

export default FilterReading;
