import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { FieldDefinitionView } from '../../../../server/src/platform/fields/contract';
import { DataTable } from '../data-table';
import { useTranslate } from '../translate';
import { useRestore } from './delete-field';

interface DeletedFieldsProps {
  fields: FieldDefinitionView[];
  canRestore: boolean;
}

/** Deleted fields, each with the day until which it can be had back. */
export const DeletedFields = ({ fields, canRestore }: DeletedFieldsProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const restore = useRestore();
  if (fields.length === 0) return null;
  return (
    <Box tag="section" aria-label={t('fields.deletedTitle')}>
      <Box paddingBottom={3}>
        <Typography variant="delta" tag="h2">
          {t('fields.deletedTitle')}
        </Typography>
      </Box>
      <DataTable
        label={t('fields.deletedTitle')}
        rows={fields}
        keyOf={({ documentId }) => documentId}
        skeletonRows={1}
        columns={[
          {
            id: 'displayName',
            label: t('fields.displayName'),
            width: 22,
            cell: ({ displayName }) => displayName,
          },
          {
            id: 'goneAt',
            label: t('fields.goneAt'),
            width: 20,
            cell: ({ goneAt }) => goneAt && intl.formatDate(goneAt, { dateStyle: 'long' }),
          },
          {
            id: 'actions',
            label: t('common.actions'),
            align: 'end',
            width: 16,
            cell: (field) =>
              canRestore && (
                <Button
                  variant="tertiary"
                  size="S"
                  startIcon={<ArrowClockwise />}
                  aria-label={t('fields.restoreNamed', { name: field.displayName })}
                  onClick={() => void restore(field)}
                >
                  {t('fields.restore')}
                </Button>
              ),
          },
        ]}
      />
    </Box>
  );
};
