import { Checkbox, Field, Flex, TextInput } from '@strapi/design-system';
import { DayInput } from '../../../shared/day-input';
import { useTranslate } from '../../../shared/translate';
import { RoleField } from './role-field';

export interface MembershipDraft {
  role: string | null;
  jobTitle: string | null;
  since: string | null;
  until: string | null;
  isPrimary: boolean;
}

interface MembershipFieldsProps {
  draft: MembershipDraft;
  problems: Record<string, string>;
  onChange: (part: Partial<MembershipDraft>) => void;
}

/** What a membership says besides who and where. */
export const MembershipFields = ({ draft, problems, onChange }: MembershipFieldsProps) => {
  const t = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RoleField role={draft.role} error={problems.role} onChange={(role) => onChange({ role })} />
      <Field.Root name="jobTitle" error={problems.jobTitle}>
        <Field.Label>{t('people.jobTitle')}</Field.Label>
        <TextInput
          value={draft.jobTitle ?? ''}
          onChange={(event) => onChange({ jobTitle: event.target.value || null })}
        />
        <Field.Error />
      </Field.Root>
      <Flex gap={4} alignItems="flex-start">
        <DayInput
          name="since"
          label={t('people.since')}
          value={draft.since}
          error={problems.since}
          onChange={(since) => onChange({ since })}
        />
        <DayInput
          name="until"
          label={t('people.until')}
          value={draft.until}
          error={problems.until}
          onChange={(until) => onChange({ until })}
        />
      </Flex>
      <Checkbox
        checked={draft.isPrimary}
        onCheckedChange={(checked) => onChange({ isPrimary: checked === true })}
      >
        {t('people.makePrimary')}
      </Checkbox>
    </Flex>
  );
};
