/** What a bulk change of contacts did, in words. */
import type { BulkActionView } from '../../../shared/bulk/bulk-action-view';
import type { TranslationId } from '../../../shared/translate';
import { STATES } from '../components/state-label';

type Tell = BulkActionView['tell'];

const STATE_WORDS = new Map<unknown, TranslationId>(
  STATES.map((state) => [state, `state.${state}` as const])
);

const tellState: Tell = (t, { value }) => {
  const word = STATE_WORDS.get(value);
  return t('card.valueOf', { field: t('field.state'), value: word ? t(word) : String(value) });
};

const tellStatus: Tell = (t, { label }) =>
  label ? t('card.valueOf', { field: t('field.status'), value: label }) : t('status.none');

const tellOwner: Tell = (t, { label }) =>
  label ? t('card.valueOf', { field: t('field.owner'), value: label }) : t('owner.none');

const tellDeletion: Tell = (t) => t('bulk.delete.told');

export const tellBulk = {
  state: tellState,
  status: tellStatus,
  owner: tellOwner,
  delete: tellDeletion,
};
