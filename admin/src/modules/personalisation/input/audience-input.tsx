/** The custom field "Audience" in Strapi's edit view: whom an entry or component is for. */
import { forwardRef, type KeyboardEvent, type ReactNode } from 'react';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { PluginProviders } from '../../../shared/plugin-providers';
import { useTranslate } from '../../../shared/translate';
import { ConditionPart } from './condition-part';
import { GroupChoices } from './group-choices';
import { MatchChoice } from './match-choice';
import { OrderFields } from './order-fields';
import type { PartProps } from './part-props';
import { readAudience, writeAudience } from './read-audience';
import { SplitFields } from './split-fields';

interface AudienceInputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

const AudienceInput = forwardRef<HTMLDivElement, AudienceInputProps>(
  ({ name, label, hint, labelAction, required = false, disabled = false }, ref) => {
    const { value, error, onChange } = useField(name);
    const audience = readAudience(value);
    const part: PartProps = {
      audience,
      disabled,
      onChange: (change) => onChange(name, writeAudience({ ...audience, ...change })),
    };
    return (
      <PluginProviders>
        <Field.Root name={name} error={error} hint={hint} required={required}>
          <Field.Label action={labelAction}>{label}</Field.Label>
          <Box
            ref={ref}
            role="group"
            aria-label={label}
            padding={4}
            hasRadius
            background="neutral100"
            borderColor="neutral200"
            onKeyDown={staysHere}
          >
            <Parts {...part} />
          </Box>
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </PluginProviders>
    );
  }
);
AudienceInput.displayName = 'AudienceInput';

const Parts = (part: PartProps) => {
  const t = useTranslate();
  const isForAll = writeAudience(part.audience) === null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {isForAll && <Typography textColor="neutral600">{t('audience.everybody')}</Typography>}
      <GroupChoices {...part} />
      <ConditionPart {...part} />
      <MatchChoice {...part} />
      <OrderFields {...part} />
      <SplitFields {...part} />
    </Flex>
  );
};

/** Enter in one of these fields would save the whole entry. */
const staysHere = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

export default AudienceInput;
