/**
 * One condition, edited: used by groups, scores and saved views. Load it with the page that shows it.
 * `value` is what it begins with; give it another `key` to begin anew.
 */
import { useIntl } from 'react-intl';
import type {
  Condition,
  ConditionCatalogue,
} from '../../../../../server/src/modules/conditions/contract';
import { ErrorState } from '../../error-state';
import { Skeleton } from '../../skeleton';
import { useTranslate } from '../../translate';
import { useCatalogue, useHasScores } from '../api';
import { BuilderProvider } from '../editors/builder-context';
import { toCondition } from '../tree/draft';
import { BuilderTree } from './builder-tree';
import { useConditionEdits, type PathProblem } from './use-condition-edits';
import { useNames } from './use-names';

export interface ConditionBuilderProps {
  value: Condition | null;
  /** With null as long as something is missing: only what is complete can be saved. */
  onChange: (condition: Condition | null) => void;
  /** What the server did not take of it. */
  problems?: readonly PathProblem[];
  disabled?: boolean;
}

const NONE: readonly PathProblem[] = [];

export const ConditionBuilder = (props: ConditionBuilderProps) => {
  const { data: catalogue, error, refetch } = useCatalogue();
  if (error && !catalogue) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!catalogue) return <Skeleton $height="20rem" />;
  return <Edited {...props} catalogue={catalogue} />;
};

const Edited = (props: ConditionBuilderProps & { catalogue: ConditionCatalogue }) => {
  const { value, onChange, problems = NONE, disabled = false, catalogue } = props;
  const t = useTranslate();
  const intl = useIntl();
  const edits = useConditionEdits({ value, onChange, problems, catalogue });
  const names = useNames(toCondition(edits.root));
  const hasScores = useHasScores();
  return (
    <BuilderProvider value={{ catalogue, names, t, intl, isDisabled: disabled, hasScores }}>
      <BuilderTree edits={edits} />
    </BuilderProvider>
  );
};
