/** What the routes that are not Strapi's own take and answer, for the OpenAPI document. */
import { factories } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { DescribeRoute } from '../../../platform/module';
import { describeRemoval } from '../../../platform/removal';
import { CONTACT_UID } from '../contract';
import { MATCHES, MOST_UPSERTS, POLICIES, type UpsertResult } from './parse-upserts';

const result: z.ZodType<UpsertResult> = z.union([
  z.object({
    index: z.number().int(),
    status: z.enum(['created', 'updated', 'unchanged']),
    documentId: z.string(),
  }),
  z.object({ index: z.number().int(), status: z.literal('failed'), error: z.string() }),
]);

export const describeUpsert: DescribeRoute = (strapi) => {
  const fields = factories.createCoreValidator(CONTACT_UID as never, strapi).partialBody.shape.data;
  const contact = z.object({
    match: z.enum(MATCHES).optional().describe('What the contact is matched by; email by default'),
    policy: z
      .enum(POLICIES)
      .optional()
      .describe('Whether fields that have a value are changed; overwrite by default'),
    data: fields
      .extend({ documentId: z.string().optional() })
      .describe('Must hold what `match` names'),
  });
  const contacts = z.array(contact).min(1).max(MOST_UPSERTS);
  return {
    request: { body: { 'application/json': z.object({ contacts }) } },
    response: z.object({ results: z.array(result) }),
  };
};

export const describeStatusRemoval = describeRemoval({
  id: 'The document id of the status',
  replaceWith: 'The document id of the status that its contacts get',
  force: 'Takes the status away from its contacts',
});
