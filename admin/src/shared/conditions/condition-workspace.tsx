/** The builder with its preview beside it; loaded with the page that shows it. */
import { useState } from 'react';
import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Condition } from '../../../../server/src/modules/conditions/contract';
import { Panel } from '../panel';
import { usePreview, CONDITION_PREVIEW, type PreviewTarget } from './api';
import { ConditionBuilder } from './builder/condition-builder';
import type { PathProblem } from './builder/use-condition-edits';
import { ConditionPreviewPanel } from './preview/condition-preview-panel';
import { problemsIn } from './preview/problems-in';
import { useSettled } from './preview/use-settled';
import { asksTime } from './time-zone/asks-time';
import { TimeZoneField } from './time-zone/time-zone-field';

interface TimeZoneChoice {
  /** Null: the site's. */
  value: string | null;
  onChange: (value: string | null) => void;
}

interface ConditionWorkspaceProps {
  value: Condition | null;
  onChange: (condition: Condition | null) => void;
  /** What saving it was refused for. */
  problems?: readonly PathProblem[];
  target?: PreviewTarget;
  /** Of what keeps one with its condition; offered where the condition depends on it. */
  timeZone?: TimeZoneChoice;
  disabled?: boolean;
}

/** `value` is what it begins with; give it another `key` to begin anew. */
export const ConditionWorkspace = (props: ConditionWorkspaceProps) => {
  const { value, onChange, problems = NONE, disabled, timeZone } = props;
  const [condition, setCondition] = useState(value);
  const [isTimed, setTimed] = useState(value !== null && asksTime(value));
  const target = withTimeZone(props.target ?? CONDITION_PREVIEW, timeZone);
  const settled = useSettled(condition);
  const { error } = usePreview(target, { condition: settled, exact: false });
  const refused = problems.length > 0 ? problems : settled === condition ? problemsIn(error) : NONE;
  return (
    <Columns>
      <Panel>
        <ConditionBuilder
          value={value}
          onChange={(next) => {
            setCondition(next);
            // What is not complete yet says nothing about it.
            if (next) setTimed(asksTime(next));
            onChange(next);
          }}
          problems={refused}
          {...(disabled !== undefined && { disabled })}
        />
        {timeZone && (isTimed || timeZone.value !== null) && (
          <TimeZoneField {...timeZone} disabled={disabled === true} />
        )}
      </Panel>
      <ConditionPreviewPanel condition={condition} target={target} />
    </Columns>
  );
};

const withTimeZone = (target: PreviewTarget, timeZone?: TimeZoneChoice): PreviewTarget =>
  timeZone ? { ...target, body: { ...target.body, timeZone: timeZone.value } } : target;

const NONE: readonly PathProblem[] = [];

/** Beside each other where there is room; below it on narrow windows. */
const Columns = styled(Box)`
  display: grid;
  align-items: start;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: minmax(0, 1fr);

  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 1fr) 32rem;
  }
`;
