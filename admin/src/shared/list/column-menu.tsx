import { Box, Button, Popover, TextButton } from '@strapi/design-system';
import { Layout } from '@strapi/icons';
import { OptionList } from '../option-list';
import { useTranslate } from '../translate';

export interface ColumnChoice {
  id: string;
  label: string;
}

interface ColumnMenuProps {
  /** What a list shows by itself. */
  usual: string[];
  choices: ColumnChoice[];
  chosen: string[];
  onChange: (columns: string[]) => void;
}

/** Which columns to show; this browser remembers it, and the address carries it. */
export const ColumnMenu = ({ usual, choices, chosen, onChange }: ColumnMenuProps) => {
  const t = useTranslate();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<Layout />}>
          {t('list.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="end">
        <Box padding={2} width="28rem">
          <OptionList
            label={t('list.columns')}
            options={choices.map(({ id, label }) => ({ value: id, label }))}
            selected={chosen}
            onChange={onChange}
          />
          <Box padding={2}>
            <TextButton onClick={() => onChange(usual)}>{t('list.columnsReset')}</TextButton>
          </Box>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
