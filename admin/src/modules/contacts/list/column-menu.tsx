import { Box, Button, Popover, TextButton } from '@strapi/design-system';
import { Layout } from '@strapi/icons';
import { OptionList } from '../../../shared/option-list';
import { useTranslate } from '../../../shared/translate';
import { DEFAULT_COLUMNS, type ColumnChoice } from './columns';

interface ColumnMenuProps {
  choices: ColumnChoice[];
  chosen: string[];
  onChange: (columns: string[]) => void;
}

/** Which columns to show; this browser remembers it, and the address carries it. */
export const ColumnMenu = ({ choices, chosen, onChange }: ColumnMenuProps) => {
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
            <TextButton onClick={() => onChange(DEFAULT_COLUMNS)}>
              {t('list.columnsReset')}
            </TextButton>
          </Box>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
