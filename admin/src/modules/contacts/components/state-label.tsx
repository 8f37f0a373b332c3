import type { ContactState } from '../../../../../server/src/modules/contacts/contract';
import { StatusDot, type Tone } from '../../../shared/status-dot';
import { useTranslate } from '../../../shared/translate';

const TONES: Record<ContactState, Tone> = {
  prospect: 'secondary500',
  partner: 'alternative500',
  client: 'success500',
  other: 'neutral400',
};

export const STATES = ['prospect', 'client', 'partner', 'other'] as const satisfies ContactState[];

export const StateLabel = ({ state }: { state: ContactState }) => {
  const t = useTranslate();
  return (
    <StatusDot tone={TONES[state]} isHollow={state === 'other'}>
      {t(`state.${state}`)}
    </StatusDot>
  );
};
