import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { scoreListPath } from '../../shared/paths';
import { ScoreFilter, ScoreSummary } from './contact-list/score-filter';
import { ScoresCell } from './contact-list/scores-cell';

export const scoringModule: AdminModule = {
  name: 'scoring',
  pages: [
    {
      path: 'scores',
      permissions: ['scores.read'],
      edition: 'ems',
      Page: lazy(() => import('./list/score-list-page')),
      nav: {
        label: 'scores.title',
        to: scoreListPath,
        position: 35,
        shortcut: { keys: 'g s', label: 'shortcuts.scores' },
      },
    },
    {
      path: 'scores/:documentId/:tab?',
      permissions: ['scores.read'],
      edition: 'ems',
      Page: lazy(() => import('./page/score-page')),
    },
  ],
  cardTabs: [
    {
      id: 'scores',
      label: 'scores.title',
      position: 50,
      permissions: ['scores.read', 'contacts.read'],
      edition: 'ems',
      Tab: lazy(() => import('./card/scores-tab')),
    },
  ],
  accountPanels: [
    {
      id: 'scores',
      permissions: ['scores.read', 'accounts.read'],
      edition: 'ems',
      Panel: lazy(() => import('./account/account-scores-panel')),
    },
  ],
  listColumns: [
    {
      of: 'contacts',
      name: 'scores',
      label: 'scores.title',
      width: 18,
      permissions: ['scores.read'],
      edition: 'ems',
      Cell: ScoresCell,
    },
  ],
  listFilters: [
    {
      of: 'contacts',
      parameter: 'score',
      label: 'scores.score',
      permissions: ['scores.read'],
      edition: 'ems',
      Editor: ScoreFilter,
      Summary: ScoreSummary,
    },
  ],
};
