import type { CatalogueField } from '../../../../../server/src/modules/conditions/contract';
import type { Translate, TranslationId } from '../../translate';

/** Of the plugin's own choices; those of a site bring their labels along. */
const LABELS: Record<string, Record<string, TranslationId>> = {
  state: {
    prospect: 'state.prospect',
    partner: 'state.partner',
    client: 'state.client',
    other: 'state.other',
  },
  kind: { known: 'kind.known', anonymous: 'kind.anonymous' },
  subscription: {
    none: 'subscription.none',
    pending: 'subscription.pending',
    subscribed: 'subscription.subscribed',
    unsubscribed: 'subscription.unsubscribed',
    bounced: 'subscription.bounced',
    complained: 'subscription.complained',
  },
  gender: { female: 'gender.female', male: 'gender.male', other: 'gender.other' },
};

/** A value that nobody has a word for stands for itself. */
export const optionLabel = (
  t: Translate,
  field: (Pick<CatalogueField, 'name'> & Partial<CatalogueField>) | undefined,
  value: string
): string => {
  const id = field && !field.own ? LABELS[field.name]?.[value] : undefined;
  if (id) return t(id);
  return field?.options?.find((option) => option.value === value)?.label ?? value;
};
