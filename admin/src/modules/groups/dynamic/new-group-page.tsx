import { useState } from 'react';
import { Button, Flex, Main, Typography } from '@strapi/design-system';
import { BackButton, Page } from '@strapi/strapi/admin';
import { Navigate, useLocation, useNavigate } from 'react-router-dom';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { CardFact, CardName } from '../../../shared/card/card-heading';
import { StickyBar } from '../../../shared/card/sticky-bar';
import { ConditionWorkspace } from '../../../shared/conditions/condition-workspace';
import type { PathProblem } from '../../../shared/conditions/builder/use-condition-edits';
import { problemsIn } from '../../../shared/conditions/preview/problems-in';
import { LeaveGuard } from '../../../shared/leave-guard';
import { useNotify } from '../../../shared/notices';
import { groupListPath, groupPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useCreateGroup } from '../api';
import type { GroupValues } from '../group-fields';
import { useTellProblem } from '../use-tell-problem';

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

/** A dynamic group is made together with its condition: without one it would be nobody's, or everybody's. */
const NewGroupPage = () => {
  const state: unknown = useLocation().state;
  return isValues(state) ? <NewGroup values={state} /> : <Navigate to={groupListPath} replace />;
};

/** Handed over by the dialog; an address that somebody typed has none. */
const isValues = (state: unknown): state is GroupValues =>
  typeof state === 'object' && state !== null && 'displayName' in state && 'name' in state;

const NewGroup = ({ values }: { values: GroupValues }) => {
  const t = useTranslate();
  const [draft, setDraft] = useState<Condition | null>(null);
  const [timeZone, setTimeZone] = useState<string | null>(null);
  const { create, problems, forget, isPending, isCreated } = useCreate(values);
  return (
    <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
      <Page.Title>{t('groups.newDynamic')}</Page.Title>
      <LeaveGuard isActive={draft !== null && !isCreated} />
      <BackButton fallback={groupListPath} />
      <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={4}>
        <CardName>{values.displayName}</CardName>
        <CardFact>{t('groups.newDynamic')}</CardFact>
      </Flex>
      <ConditionWorkspace
        value={null}
        timeZone={{ value: timeZone, onChange: setTimeZone }}
        problems={problems}
        onChange={(condition) => {
          setDraft(condition);
          forget();
        }}
      />
      <StickyBar>
        <Typography textColor="neutral600">
          {t(draft ? 'groups.dynamicHint' : 'groups.conditionIncomplete')}
        </Typography>
        <Button
          disabled={!draft}
          loading={isPending}
          onClick={() => draft && void create(draft, timeZone)}
        >
          {t('groups.create')}
        </Button>
      </StickyBar>
    </Main>
  );
};

const NONE: PathProblem[] = [];

const useCreate = (values: GroupValues) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const { mutateAsync, isPending } = useCreateGroup();
  const [problems, setProblems] = useState(NONE);
  const [made, setMade] = useState<string | null>(null);
  const create = async (condition: Condition, timeZone: string | null) => {
    try {
      const { data } = await mutateAsync({ ...values, kind: 'dynamic', condition, timeZone });
      setMade(data.documentId);
      notify({ type: 'success', message: t('groups.created', { name: data.displayName }) });
      // The guard lets go of the page only once it is drawn without changes.
      setTimeout(() => navigate(groupPath(data.documentId), { replace: true }));
    } catch (error) {
      setProblems(problemsIn(error));
      tellProblem(error);
    }
  };
  const forget = () => setProblems(NONE);
  return { create, problems, forget, isPending, isCreated: made !== null };
};

export default NewGroupPage;
