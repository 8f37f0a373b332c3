import { Field, Radio, Typography } from '@strapi/design-system';
import type { GroupKind } from '../../../../../server/src/modules/groups/contract';
import { useEdition } from '../../../shared/edition';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';

interface KindChoiceProps {
  value: GroupKind;
  onChange: (kind: GroupKind) => void;
}

const KINDS = ['manual', 'dynamic'] as const;

/** Nothing to choose in the CMS edition: there groups are manual. */
export const KindChoice = ({ value, onChange }: KindChoiceProps) => {
  const t = useTranslate();
  const edition = useEdition();
  const canPreview = useCan('contacts.read');
  if (edition !== 'ems' || !canPreview) return null;
  return (
    <Field.Root name="kind">
      <Field.Label>{t('groups.kindQuestion')}</Field.Label>
      <Radio.Group
        value={value}
        aria-label={t('groups.kindQuestion')}
        onValueChange={(kind) => onChange(kind === 'dynamic' ? 'dynamic' : 'manual')}
      >
        {KINDS.map((kind) => (
          <Radio.Item key={kind} value={kind}>
            {t(`groups.kind.${kind}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      <Typography variant="pi" textColor="neutral600">
        {t(value === 'dynamic' ? 'groups.dynamicHint' : 'groups.manualHint')}
      </Typography>
    </Field.Root>
  );
};
