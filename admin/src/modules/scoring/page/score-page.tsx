import { Badge, Box, Flex, Main, Tabs, Typography } from '@strapi/design-system';
import { BackButton, Page } from '@strapi/strapi/admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { ScoreView } from '../../../../../server/src/modules/scoring/contract';
import { CardFact, CardName } from '../../../shared/card/card-heading';
import { ErrorBoundary } from '../../../shared/error-boundary';
import { ErrorState } from '../../../shared/error-state';
import { scoreListPath, scorePath } from '../../../shared/paths';
import { useMay } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useScore } from '../api';
import { RulesTab } from '../rules/rules-tab';
import { ThresholdsTab } from '../thresholds/thresholds-tab';
import { ContactsTab } from './contacts-tab';
import { SettingsTab } from './settings-tab';

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

const ScorePage = () => {
  const { documentId = '' } = useParams();
  const { data: score, error, refetch } = useScore(documentId);
  return (
    <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
      <BackButton fallback={scoreListPath} />
      {error && !score && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !score && <Skeleton $height="20rem" />}
      {score && <ScoreBody score={score} />}
    </Main>
  );
};

const TABS = {
  rules: { label: 'scores.rules', Tab: RulesTab },
  contacts: { label: 'scores.contacts', Tab: ContactsTab },
  thresholds: { label: 'scores.thresholds', Tab: ThresholdsTab },
  settings: { label: 'scores.settings', Tab: SettingsTab },
} as const;

type TabId = keyof typeof TABS;

const ScoreBody = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const may = useMay();
  const { tab } = useParams();
  const tabs = (Object.keys(TABS) as TabId[]).filter(
    (id) => id !== 'contacts' || may('contacts.read')
  );
  const active = tabs.find((id) => id === tab);
  if (!active) return <Navigate to={scorePath(score.documentId, tabs[0])} replace />;
  const { Tab } = TABS[active];
  const open = (id: string) => navigate(scorePath(score.documentId, id), { replace: true });
  return (
    <>
      <ScoreHeader score={score} />
      <Tabs.Root variant="simple" value={active} onValueChange={open} activationMode="manual">
        <Tabs.List aria-label={t('scores.tabs')}>
          {tabs.map((id) => (
            <Tabs.Trigger key={id} value={id}>
              {t(TABS[id].label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={active}>
          <Box paddingTop={4}>
            <ErrorBoundary key={active}>
              <Tab score={score} />
            </ErrorBoundary>
          </Box>
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
};

const ScoreHeader = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const off = score.rules.filter(({ enabled }) => !enabled).length;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={4}>
      <Page.Title>{score.displayName}</Page.Title>
      <Flex gap={2} wrap="wrap">
        <CardName>{score.displayName}</CardName>
        {score.isMain && <Badge>{t('scores.main')}</Badge>}
        {!score.enabled && <Badge>{t('scores.off')}</Badge>}
      </Flex>
      <CardFact>
        {t('scores.headLine', {
          count: score.rules.length,
          off,
          state: !score.enabled ? 'off' : score.recomputedAt === null ? 'computing' : 'fresh',
        })}
      </CardFact>
      {score.description && (
        <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {score.description}
        </Typography>
      )}
    </Flex>
  );
};

export default ScorePage;
