/** A score as its table holds it. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isCleanText } from '../../platform/clean-text';
import { findRows } from '../../platform/find-rows';
import { SCORE_UID } from './contract';

export interface ScoreRef {
  scoreId: number;
  documentId: string;
  /** The code. */
  name: string;
}

interface Row {
  id: number;
  documentId: string;
  name: string;
}

/** By Strapi's query engine, which reads inside of the transaction that is open, if one is. */
export const findScore = async (
  strapi: Core.Strapi,
  field: 'documentId' | 'name',
  value: string
): Promise<ScoreRef | null> => {
  if (!isCleanText(value)) return null;
  const query = { where: { [field]: value }, select: ['id', 'documentId', 'name'] };
  const [found] = await findRows<Row>(strapi, SCORE_UID, query);
  return found ? { scoreId: found.id, documentId: found.documentId, name: found.name } : null;
};

/** Throws NotFoundError. */
export const foundScore = async (strapi: Core.Strapi, documentId: string): Promise<ScoreRef> => {
  const score = await findScore(strapi, 'documentId', documentId);
  if (!score) throw noScore();
  return score;
};

export const noScore = () => new errors.NotFoundError('There is no such score');
