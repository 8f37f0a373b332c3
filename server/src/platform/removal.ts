/** How a request says what becomes of the holders of what it deletes. */
import { errors, z } from '@strapi/utils';
import type { DescribeRoute } from './module';

export interface Removal {
  documentId: string;
  /** Document id of what takes its place. */
  replaceWith?: string | undefined;
  /** Without a replacement. */
  force?: boolean;
}

/** `?replaceWith=<document id>` or `?force=true`. Throws a ValidationError for both, or for a list. */
export const parseRemoval = (documentId: string, query: object): Removal => {
  const { replaceWith, force } = query as Record<string, unknown>;
  if (replaceWith !== undefined && (typeof replaceWith !== 'string' || replaceWith === '')) {
    throw new errors.ValidationError('replaceWith must be one document id');
  }
  if (replaceWith !== undefined && force === 'true') {
    throw new errors.ValidationError('Give either replaceWith or force, not both');
  }
  return { documentId, replaceWith, force: force === 'true' };
};

/** Answers 204, or 409 with the number in use. */
export const describeRemoval =
  (text: { id: string; replaceWith: string; force: string }): DescribeRoute =>
  () => ({
    request: {
      params: { id: z.string().describe(text.id) },
      query: {
        replaceWith: z.string().optional().describe(text.replaceWith),
        force: z.enum(['true']).optional().describe(text.force),
      },
    },
  });
