import { isEms } from '../../config';
import { byName, defineModule } from '../../platform/module';
import { keepExactText } from '../../platform/sql/exact-text';
import { keepIndex } from '../../platform/sql/extra-index';
import { createAccountScores } from './account-scores';
import { contactData } from './contact-data';
import { contentApiControllers, coreServices } from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { score } from './content-types/score';
import { SCORES_TABLE } from './contract';
import { guardGroupsOfScores } from './group-documents';
import { scoreColumn } from './list/score-column';
import { scoreFilter } from './list/score-filter';
import { openScores } from './recalculated';
import { CLOCK_JOB, createClockTimer, followClock } from './recompute/clock';
import { recompute } from './recompute/recompute-job';
import { RECOMPUTE_JOB } from './recompute/recompute-soon';
import { recomputeIfEmpty } from './recompute/recompute-if-empty';
import { adminRoutes, permissions } from './routes';
import { guardScores } from './score-documents';
import { createScoresAdmin } from './screens/scores-controller';
import { createScoring } from './service';
import { awardsByRule, scoreAwards, scoreCrossings, scoreTotals } from './tables';
import { TELL_JOB, tellCrossings } from './thresholds/tell-crossings';

export * from './contract';
export { scoring } from './service';

const timers = new WeakMap<object, { stop(): void }>();

export const scoringModule = defineModule({
  name: 'scoring',
  contentTypes: byName(score),
  models: [scoreAwards, scoreTotals, scoreCrossings],
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: { ...contentApiControllers, 'scores-admin': createScoresAdmin },
  services: {
    ...coreServices,
    scoring: createScoring,
    'account-scores': createAccountScores,
  },
  jobs: { [RECOMPUTE_JOB]: recompute, [CLOCK_JOB]: followClock, [TELL_JOB]: tellCrossings },
  recalculated: [{ open: openScores }],
  contactData,
  listFilters: [scoreFilter],
  listColumns: [scoreColumn],
  register: ({ strapi }) => {
    guardScores(strapi);
    guardGroupsOfScores(strapi);
    keepExactText(strapi, { [SCORES_TABLE]: ['name'] });
    keepIndex(strapi, awardsByRule);
  },
  bootstrap: async ({ strapi }) => {
    if (!isEms(strapi)) return;
    await recomputeIfEmpty(strapi);
    timers.set(strapi, createClockTimer(strapi));
  },
  destroy: ({ strapi }) => {
    timers.get(strapi)?.stop();
  },
});
