import { Box, Link as DesignLink, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type {
  ContactDetail,
  FieldDescription,
} from '../../../../../server/src/modules/contacts/contract';
import { contentManagerPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { fieldLabel } from '../field-labels';
import { cellOf } from '../list/cells';

interface ReadOnlyFieldProps {
  field: FieldDescription;
  contact: ContactDetail;
}

/** What the plugin itself keeps, and what only the Content Manager can edit. */
export const ReadOnlyField = ({ field, contact }: ReadOnlyFieldProps) => {
  const t = useTranslate();
  const intl = useIntl();
  return (
    <Box>
      <Typography variant="pi" fontWeight="bold" tag="p">
        {fieldLabel(t, field)}
      </Typography>
      <Box paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
        {field.editor === 'content-manager' ? (
          <DesignLink tag={Link} to={contentManagerPath(contact.documentId)}>
            {t('card.openInContentManager')}
          </DesignLink>
        ) : (
          <Typography>{cellOf(field, { t, intl })(contact)}</Typography>
        )}
      </Box>
    </Box>
  );
};
