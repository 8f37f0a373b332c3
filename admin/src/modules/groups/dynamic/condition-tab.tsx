import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { ConditionWorkspace } from '../../../shared/conditions/condition-workspace';
import type { PathProblem } from '../../../shared/conditions/builder/use-condition-edits';
import { problemsIn } from '../../../shared/conditions/preview/problems-in';
import { StickyBar } from '../../../shared/card/sticky-bar';
import { isSameCondition } from '../../../shared/conditions/tree/same-condition';
import { LeaveGuard } from '../../../shared/leave-guard';
import { useNotify } from '../../../shared/notices';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useUpdateGroup } from '../api';
import { useTellProblem } from '../use-tell-problem';
import { previewTarget } from './api';

/** Whom the group is for: edited with its preview beside it, saved when one says so. */
const ConditionTab = ({ group }: { group: GroupView }) => {
  const canWrite = useCan('groups.write');
  const [version, setVersion] = useState(0);
  const [draft, setDraft] = useState<Condition | null>(group.condition);
  const [isEdited, setEdited] = useState(false);
  const [timeZone, setTimeZone] = useState(group.timeZone);
  const isModified = isEdited || timeZone !== group.timeZone;
  /** From what it was saved with. */
  const restart = ({ condition, timeZone: zone }: Rule) => {
    setEdited(false);
    setDraft(condition);
    setTimeZone(zone);
    setVersion((before) => before + 1);
  };
  const { save, problems, forget, isPending } = useSave(group, restart);
  return (
    <>
      <LeaveGuard isActive={isModified} />
      <ConditionWorkspace
        key={version}
        value={draft}
        timeZone={{ value: timeZone, onChange: setTimeZone }}
        target={previewTarget(group.documentId)}
        problems={problems}
        disabled={!canWrite}
        onChange={(condition) => {
          setDraft(condition);
          setEdited(!isSameCondition(condition, group.condition));
          forget();
        }}
      />
      {isModified && (
        <SaveRule
          isComplete={draft !== null}
          isBusy={isPending}
          onDiscard={() => {
            forget();
            restart(group);
          }}
          onSave={() => {
            if (!draft) return;
            void save({ condition: draft, timeZone }).then((ok) => ok && setEdited(false));
          }}
        />
      )}
    </>
  );
};

interface SaveRuleProps {
  isComplete: boolean;
  isBusy: boolean;
  onDiscard: () => void;
  onSave: () => void;
}

const SaveRule = ({ isComplete, isBusy, onDiscard, onSave }: SaveRuleProps) => {
  const t = useTranslate();
  return (
    <StickyBar>
      <Typography textColor="neutral600">
        {t(isComplete ? 'profile.unsaved' : 'groups.conditionIncomplete')}
      </Typography>
      <Flex gap={2}>
        <Button variant="tertiary" disabled={isBusy} onClick={onDiscard}>
          {t('common.discard')}
        </Button>
        <Button disabled={!isComplete} loading={isBusy} onClick={onSave}>
          {t('common.save')}
        </Button>
      </Flex>
    </StickyBar>
  );
};

const NONE: PathProblem[] = [];

type Rule = Pick<GroupView, 'condition' | 'timeZone'>;

/** Saves at once, and offers to take it back. */
const useSave = (group: GroupView, restart: (rule: Rule) => void) => {
  const t = useTranslate();
  const notify = useNotify();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useUpdateGroup(group.documentId);
  const [problems, setProblems] = useState(NONE);
  const takeBack = async (before: Rule) => {
    try {
      await mutateAsync(before);
      restart(before);
      notify({ type: 'success', message: t('groups.conditionTakenBack') });
    } catch (error) {
      tellProblem(error);
    }
  };
  const save = async (rule: Rule): Promise<boolean> => {
    const { condition, timeZone } = group;
    try {
      await mutateAsync(rule);
      setProblems(NONE);
      notify({
        type: 'success',
        message: t('groups.conditionSaved'),
        action: { label: t('common.undo'), run: () => void takeBack({ condition, timeZone }) },
      });
      return true;
    } catch (error) {
      const found = problemsIn(error);
      setProblems(found);
      tellProblem(error);
      return false;
    }
  };
  return { save, problems, forget: () => setProblems(NONE), isPending };
};

export default ConditionTab;
