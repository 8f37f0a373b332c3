import { Box, Flex, IconButton, Link as DesignLink, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { contactPath } from '../../../shared/paths';
import { toProblem } from '../../../shared/problem';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useContact } from '../api';
import { ContactAvatar } from '../components/contact-avatar';

interface ChosenContactProps {
  documentId: string;
  canRead: boolean;
  /** Left out where the choice cannot be taken back. */
  onClear: (() => void) | undefined;
}

export const ChosenContact = ({ documentId, canRead, onClear }: ChosenContactProps) => {
  const t = useTranslate();
  return (
    <Flex
      justifyContent="space-between"
      gap={2}
      padding={2}
      hasRadius
      background="neutral0"
      borderColor="neutral200"
    >
      {canRead ? (
        <Who documentId={documentId} />
      ) : (
        <Typography textColor="neutral600">{t('picker.hidden')}</Typography>
      )}
      {onClear && (
        <IconButton variant="ghost" label={t('picker.clear')} onClick={onClear}>
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
};

/** Name and e-mail; a contact that was deleted since shows as such. */
const Who = ({ documentId }: { documentId: string }) => {
  const t = useTranslate();
  const { data: contact, error } = useContact(documentId);
  if (error && !contact) {
    const isGone = toProblem(error).status === 404;
    return (
      <Typography textColor="danger600">{t(isGone ? 'picker.gone' : 'picker.unknown')}</Typography>
    );
  }
  if (!contact) return <Skeleton $width="16rem" />;
  const { displayName, kind, email } = contact;
  return (
    <Flex gap={3} minWidth={0}>
      <ContactAvatar name={displayName} kind={kind} />
      <Box minWidth={0}>
        <DesignLink tag={Link} to={contactPath(documentId)}>
          {displayName}
        </DesignLink>
        {email && email !== displayName && (
          <Typography variant="pi" textColor="neutral600" tag="p" ellipsis>
            {email}
          </Typography>
        )}
      </Box>
    </Flex>
  );
};
