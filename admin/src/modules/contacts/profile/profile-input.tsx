import { InputRenderer, type InputProps } from '@strapi/strapi/admin';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { CustomInput } from '../../../shared/custom-fields/custom-input';
import { fieldLabel } from '../../../shared/fields/field-labels';
import { useTranslate, type Translate } from '../../../shared/translate';
import { CountryInput } from './country-input';
import { TagsInput } from './tags-input';

interface ProfileInputProps {
  field: FieldDescription;
  disabled: boolean;
}

/** Strapi's own inputs, so that a site's attribute looks as it does in the Content Manager. */
export const ProfileInput = ({ field, disabled }: ProfileInputProps) => {
  const t = useTranslate();
  const { name, core, required } = field;
  const common = { name, required, disabled, label: fieldLabel(t, field) };
  if (field.custom) return <CustomInput {...common} custom={field.custom} />;
  if (core && name === 'country') return <CountryInput {...common} />;
  if (core && name === 'tags') return <TagsInput {...common} />;
  return <InputRenderer {...toInputProps(field, common, t)} />;
};

interface Common {
  name: string;
  required: boolean;
  disabled: boolean;
  label: string;
}

const toInputProps = (field: FieldDescription, common: Common, t: Translate): InputProps => {
  if (field.type === 'enumeration') {
    const options = (field.enum ?? []).map((value) => ({
      value,
      label: field.core ? enumLabel(field.name, value, t) : value,
    }));
    return { ...common, type: 'enumeration', options };
  }
  if (isOneLine(field)) return { ...common, type: 'string' };
  return { ...common, type: inputType(field.type) };
};

/** Text only because it may be longer than a string's column. */
const isOneLine = ({ core, name }: FieldDescription): boolean => core && name === 'website';

const TYPES = [
  'text',
  'email',
  'integer',
  'decimal',
  'float',
  'biginteger',
  'boolean',
  'date',
  'datetime',
  'time',
  'json',
] as const;

const ALIKE: Record<string, (typeof TYPES)[number]> = { richtext: 'text', timestamp: 'datetime' };

/** What has no input of its own (a uid, a custom field of text) is edited as a line of text. */
const inputType = (type: string) =>
  TYPES.find((known) => known === type) ?? ALIKE[type] ?? 'string';

const GENDERS = { female: 'gender.female', male: 'gender.male', other: 'gender.other' } as const;
const SUBSCRIPTIONS = {
  none: 'subscription.none',
  pending: 'subscription.pending',
  subscribed: 'subscription.subscribed',
  unsubscribed: 'subscription.unsubscribed',
  bounced: 'subscription.bounced',
  complained: 'subscription.complained',
} as const;
const KINDS = { known: 'kind.known', anonymous: 'kind.anonymous' } as const;

const WORDS = new Map(
  Object.entries({ gender: GENDERS, subscription: SUBSCRIPTIONS, kind: KINDS }).map(
    ([name, words]) => [name, new Map(Object.entries(words))]
  )
);

const enumLabel = (name: string, value: string, t: Translate): string => {
  const id = WORDS.get(name)?.get(value);
  return id ? t(id) : value;
};
