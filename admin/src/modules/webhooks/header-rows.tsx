import { Box, Button, Field, Flex, IconButton, TextInput } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useTranslate } from '../../shared/translate';
import type { HeaderRow } from './webhook-draft';

interface HeaderRowsProps {
  rows: HeaderRow[];
  problem: string | undefined;
  onChange: (rows: HeaderRow[]) => void;
}

/** Headers sent along. What is stored is never shown again; it stays unless something is typed. */
export const HeaderRows = ({ rows, problem, onChange }: HeaderRowsProps) => {
  const t = useTranslate();
  const change = (at: number, changed: Partial<HeaderRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changed } : row)));
  const add = () => onChange([...rows, { name: '', value: '', isStored: false }]);
  return (
    <Field.Root name="headers" error={problem} hint={t('webhooks.headersHint')}>
      <Field.Label>{t('webhooks.headers')}</Field.Label>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {rows.map(({ name, value, isStored }, at) => (
          <Flex key={at} gap={2}>
            <Box flex={1}>
              <TextInput
                aria-label={t('webhooks.headerName')}
                placeholder="Authorization"
                value={name}
                disabled={isStored}
                onChange={({ target }) => change(at, { name: target.value })}
              />
            </Box>
            <Box flex={1}>
              <TextInput
                aria-label={t('webhooks.headerValue')}
                placeholder={isStored ? t('webhooks.headerStored') : ''}
                value={value}
                onChange={({ target }) => change(at, { value: target.value })}
              />
            </Box>
            <IconButton
              label={t('webhooks.headerRemove', { name })}
              onClick={() => onChange(rows.filter((_row, index) => index !== at))}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
        <Box>
          <Button variant="tertiary" size="S" startIcon={<Plus />} onClick={add}>
            {t('webhooks.headerAdd')}
          </Button>
        </Box>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
