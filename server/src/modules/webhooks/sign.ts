/**
 * Signatures as https://github.com/standard-webhooks/standard-webhooks specifies them: HMAC-SHA256 over
 * id, time and body. After a rotation both secrets sign for a day.
 */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { DAY, type Milliseconds } from '../../platform/clock';
import type { WebhookRow } from './tables';

const SECRET_BYTES = 32;
export const BOTH_SECRETS_FOR: Milliseconds = DAY;

export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

interface Signed {
  messageId: string;
  body: string;
  now: Milliseconds;
}

export const signatureHeaders = (
  webhook: Pick<WebhookRow, 'secret' | 'previous_secret' | 'previous_until'>,
  { messageId, body, now }: Signed
): Record<string, string> => {
  const { secret, previous_secret: previous, previous_until: until } = webhook;
  const secrets = previous && Number(until) > now ? [secret, previous] : [secret];
  const at = new Date(now);
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now / 1_000)),
    'webhook-signature': secrets.map((key) => new Webhook(key).sign(messageId, at, body)).join(' '),
  };
};
