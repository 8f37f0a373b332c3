import { StatusDot, type Tone } from '../../shared/status-dot';
import { useTranslate, type TranslationId } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';

type Health = Pick<WebhookView, 'enabled' | 'switchedOff' | 'failingSince'>;

/** One word for how a webhook does. */
export const stateOf = ({
  enabled,
  switchedOff,
  failingSince,
}: Health): { label: TranslationId; tone: Tone } => {
  if (switchedOff === 'gone') return { label: 'webhooks.state.gone', tone: 'danger600' };
  if (switchedOff === 'failing') return { label: 'webhooks.state.givenUp', tone: 'danger600' };
  if (!enabled) return { label: 'common.off', tone: 'neutral500' };
  if (failingSince) return { label: 'webhooks.state.failing', tone: 'warning600' };
  return { label: 'common.on', tone: 'success600' };
};

export const WebhookState = ({ webhook }: { webhook: Health }) => {
  const t = useTranslate();
  const { label, tone } = stateOf(webhook);
  return <StatusDot tone={tone}>{t(label)}</StatusDot>;
};
