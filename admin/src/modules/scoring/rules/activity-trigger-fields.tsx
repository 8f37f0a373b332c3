import { Flex, Typography } from '@strapi/design-system';
import type { FieldQuestion } from '../../../../../server/src/modules/conditions/contract';
import type { ActivityTrigger } from '../../../../../server/src/modules/scoring/contract';
import { ActivitySelect } from '../../../shared/conditions/editors/activity-select';
import { BuilderProvider } from '../../../shared/conditions/editors/builder-context';
import { WhereFields } from '../../../shared/conditions/editors/where-fields';
import { Skeleton } from '../../../shared/skeleton';
import { useSayContext } from './use-say-context';

interface ActivityTriggerFieldsProps {
  on: ActivityTrigger;
  onChange: (on: ActivityTrigger) => void;
  problems: Record<string, string>;
}

/** A type of activity, and what is asked of each. */
export const ActivityTriggerFields = (props: ActivityTriggerFieldsProps) => {
  const { on, onChange, problems } = props;
  const context = useSayContext(on);
  if (!context) return <Skeleton $height="4rem" />;
  const ask = (where: FieldQuestion[] | undefined) => {
    const { kind, activity } = on;
    onChange({ kind, activity, ...(where && { where }) });
  };
  const wrong = Object.entries(problems).filter(([path]) => path.startsWith('on.'));
  return (
    <BuilderProvider value={{ ...context, isDisabled: false, hasScores: false }}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <ActivitySelect
          value={on.activity}
          onChange={(activity) => onChange({ ...on, activity })}
        />
        <WhereFields of="activity" where={on.where} onChange={ask} />
        {wrong.map(([path, message]) => (
          <Typography key={path} variant="pi" textColor="danger600">
            {message}
          </Typography>
        ))}
      </Flex>
    </BuilderProvider>
  );
};
