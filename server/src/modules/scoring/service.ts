/** What other modules and a site's own code may ask of scores. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { service } from '../../platform/plugin';
import { contacts } from '../contacts';
import type { ContactScoreView } from './contract';
import { contactScores } from './list/contact-scores';
import { recomputeSoon } from './recompute/recompute-soon';
import { findScore } from './score-row';

export const createScoring = ({ strapi }: { strapi: Core.Strapi }) => ({
  findByName: (name: string) => findScore(strapi, 'name', name.trim().toLowerCase()),
  /** Totals and awards of a contact, named by document id. Throws NotFoundError. */
  async ofContact(documentId: string): Promise<ContactScoreView[]> {
    const contact = await contacts(strapi).findByDocumentId(documentId);
    if (!contact) throw new errors.NotFoundError('There is no such contact');
    return contactScores(strapi, contact.id);
  },
  /** Works everything out anew, behind: after code of the site has changed what rules ask about. */
  recompute: () => recomputeSoon(strapi),
});

export type ScoringService = ReturnType<typeof createScoring>;

export const scoring = (strapi: Core.Strapi): ScoringService =>
  service<ScoringService>(strapi, 'scoring');
