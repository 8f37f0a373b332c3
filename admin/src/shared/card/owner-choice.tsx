import { Typography } from '@strapi/design-system';
import { useTranslate } from '../translate';
import { InlineChoice } from './inline-choice';

interface Owner {
  id: number;
  name: string;
}

interface OwnerChoiceProps {
  owner: Owner | null;
  owners: Owner[];
  disabled: boolean;
  onChange: (values: { owner: Owner | null }, message: string) => void;
}

const NONE = 'none';

export const OwnerChoice = ({ owner, owners, disabled, onChange }: OwnerChoiceProps) => {
  const t = useTranslate();
  const none = <Typography textColor="neutral600">{t('owner.none')}</Typography>;
  return (
    <InlineChoice<Owner | null>
      ariaLabel={t('card.valueOf', {
        field: t('field.owner'),
        value: owner?.name ?? t('owner.none'),
      })}
      current={
        owner ? (
          <Typography textColor="neutral800">{t('card.owner', { name: owner.name })}</Typography>
        ) : (
          none
        )
      }
      currentKey={owner ? String(owner.id) : NONE}
      disabled={disabled}
      choices={[
        ...owners.map((one) => ({ key: String(one.id), value: one, label: one.name })),
        { key: NONE, value: null, label: none },
      ]}
      onChoose={(next) =>
        onChange(
          { owner: next },
          next ? t('card.ownerChanged', { name: next.name }) : t('card.ownerCleared')
        )
      }
    />
  );
};
