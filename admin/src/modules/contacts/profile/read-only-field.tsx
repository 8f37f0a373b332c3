import type { ReactNode } from 'react';
import { Box, Link as DesignLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { fieldLabel } from '../../../shared/fields/field-labels';
import { useTranslate } from '../../../shared/translate';

interface ReadOnlyFieldProps {
  field: FieldDescription;
  editorPath: string;
  /** The value. */
  children: ReactNode;
}

/** What the plugin itself keeps, and what only the Content Manager can edit. */
export const ReadOnlyField = ({ field, editorPath, children }: ReadOnlyFieldProps) => {
  const t = useTranslate();
  return (
    <Box>
      <Typography variant="pi" fontWeight="bold" tag="p">
        {fieldLabel(t, field)}
      </Typography>
      <Box paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
        {field.editor === 'content-manager' ? (
          <DesignLink tag={Link} to={editorPath}>
            {t('card.openInContentManager')}
          </DesignLink>
        ) : (
          <Typography>{children}</Typography>
        )}
      </Box>
    </Box>
  );
};
