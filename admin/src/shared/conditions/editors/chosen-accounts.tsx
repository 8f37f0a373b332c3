import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useBuilder } from './builder-context';
import { EntityPicker } from './entity-picker';
import { findAccountIds } from './find-entities';

interface ChosenAccountsProps {
  /** Document ids. */
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Any of these; any account at all while none is named. */
export const ChosenAccounts = ({ chosen, onChange }: ChosenAccountsProps) => {
  const { t, names, isDisabled } = useBuilder();
  return (
    <Flex gap={2} wrap="wrap">
      {chosen.map((documentId) => (
        <Flex key={documentId} gap={1} background="primary100" hasRadius paddingLeft={2}>
          <Typography textColor="primary600" variant="pi" fontWeight="semiBold">
            {names.account(documentId)}
          </Typography>
          <IconButton
            variant="ghost"
            size="XS"
            withTooltip={false}
            disabled={isDisabled}
            label={t('conditions.removeAccount', { name: names.account(documentId) })}
            onClick={() => onChange(chosen.filter((one) => one !== documentId))}
          >
            <Cross width="1rem" height="1rem" />
          </IconButton>
        </Flex>
      ))}
      <EntityPicker
        label={t('conditions.chooseAccounts')}
        kind="condition-accounts"
        find={findAccountIds}
        chosen=""
        without={chosen}
        onChoose={({ documentId }) => onChange([...chosen, documentId])}
      />
    </Flex>
  );
};
