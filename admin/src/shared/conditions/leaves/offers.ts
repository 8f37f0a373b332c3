/** What the picker of conditions offers, by category: each is a row to begin with. */
import type {
  CatalogueField,
  ConditionCatalogue,
  Leaf,
} from '../../../../../server/src/modules/conditions/contract';
import type { Translate, TranslationId } from '../../translate';
import { firstOperator } from './first-operator';
import { nameOfActivity, nameOfField, nameOfPurpose } from './catalogue-names';

export interface Offer {
  id: string;
  label: string;
  leaf: Leaf;
}

export interface OfferCategory {
  id: string;
  label: string;
  offers: Offer[];
}

interface OfferContext {
  catalogue: ConditionCatalogue;
  t: Translate;
  /** Whether there are scores to ask about. */
  hasScores: boolean;
}

/** Empty categories are left out. */
export const offersOf = (context: OfferContext): OfferCategory[] => {
  const { t } = context;
  const named = (id: string, label: TranslationId, offers: Offer[]): OfferCategory => ({
    id,
    label: t(label),
    offers,
  });
  return [
    named('contact', 'conditions.category.contact', contactOffers(context)),
    named('activity', 'conditions.category.activity', activityOffers(context)),
    named('account', 'conditions.category.account', accountOffers(context)),
    named('group', 'conditions.category.group', groupOffers(context)),
    named('content', 'conditions.category.content', contentOffers(context)),
    named('other', 'conditions.category.other', otherOffers(context)),
    ...registeredOffers(context),
  ].filter(({ offers }) => offers.length > 0);
};

const offer = (label: string, leaf: Leaf): Offer => ({ id: JSON.stringify(leaf), label, leaf });

const byLabel = (a: Offer, b: Offer) => a.label.localeCompare(b.label);

const contactOffers = ({ catalogue, t }: OfferContext): Offer[] =>
  catalogue.fields.map((field) =>
    offer(nameOfField(catalogue, 'contact', field.name, t), {
      type: 'attribute',
      field: field.name,
      ...startOf(field),
    })
  );

const startOf = (field: CatalogueField) => ({
  operator: firstOperator(field),
  ...(field.valueType === 'boolean' && { value: true }),
});

const activityOffers = ({ catalogue, t }: OfferContext): Offer[] => [
  ...catalogue.activityTypes
    .map(({ name }) =>
      offer(nameOfActivity(catalogue, name, t), {
        ...{ type: 'activity', activity: name, operator: 'atLeast', count: 1 },
        window: { last: 30, unit: 'days' },
      })
    )
    .sort(byLabel),
  offer(t('conditions.anyActivity'), {
    ...{ type: 'activity', activity: '*', operator: 'atLeast', count: 1 },
    window: { last: 30, unit: 'days' },
  }),
  offer(t('conditions.leaf.sequence'), {
    type: 'sequence',
    first: { activity: '' },
    then: { activity: '' },
    withinDays: 7,
  }),
];

const accountOffers = ({ t, catalogue }: OfferContext): Offer[] => [
  offer(t('conditions.leaf.account'), { type: 'account' }),
  ...catalogue.accountFields.map((field) =>
    offer(t('conditions.ofAccount', { field: nameOfField(catalogue, 'account', field.name, t) }), {
      type: 'account',
      where: [{ field: field.name, ...startOf(field) }],
    })
  ),
  offer(t('conditions.leaf.accountActivity'), {
    ...{ type: 'accountActivity', activity: '*', operator: 'atLeast', count: 1 },
    window: { last: 30, unit: 'days' },
  }),
  offer(t('conditions.leaf.accountLess'), {
    ...{ type: 'accountActivity', activity: '*', operator: 'lessThanBefore', byPercent: 25 },
    window: { last: 30, unit: 'days' },
  }),
];

const groupOffers = ({ t, hasScores }: OfferContext): Offer[] => [
  offer(t('conditions.leaf.group'), { type: 'group', group: '' }),
  ...(hasScores
    ? [offer(t('conditions.leaf.score'), { type: 'score', score: '', operator: 'gte', value: [] })]
    : []),
];

const contentOffers = ({ catalogue, t }: OfferContext): Offer[] =>
  catalogue.contentTypes.map(({ uid, displayName }) =>
    offer(t('conditions.readContent', { type: displayName }), {
      ...{ type: 'content', contentType: uid, operator: 'atLeast', count: 1 },
      window: { last: 30, unit: 'days' },
    })
  );

const otherOffers = ({ catalogue, t }: OfferContext): Offer[] => [
  ...catalogue.purposes.map((purpose) =>
    offer(t('conditions.consentTo', { purpose: nameOfPurpose(purpose, t) }), {
      type: 'consent',
      purpose,
      operator: 'has',
    })
  ),
  offer(t('conditions.leaf.time'), { type: 'time', weekdays: [1, 2, 3, 4, 5] }),
];

const registeredOffers = ({ catalogue }: OfferContext): OfferCategory[] =>
  [...new Set(catalogue.registered.map(({ category }) => category))].map((category) => ({
    id: `site-${category}`,
    label: category,
    offers: catalogue.registered
      .filter((leaf) => leaf.category === category)
      .map(({ type, label }) => offer(label, { type } as Leaf)),
  }));

/** Those whose name has every word that is looked for. */
export const searchOffers = (categories: OfferCategory[], search: string): OfferCategory[] => {
  const words = search.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return categories
    .map((category) => ({
      ...category,
      offers: category.offers.filter(({ label }) => {
        const text = `${category.label} ${label}`.toLocaleLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ offers }) => offers.length > 0);
};
