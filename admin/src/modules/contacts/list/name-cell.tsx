import { Box, Flex } from '@strapi/design-system';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { contactPath } from '../../../shared/paths';
import { ContactAvatar } from '../components/contact-avatar';

export const NameCell = ({ contact }: { contact: ContactView }) => (
  <Flex gap={3}>
    <ContactAvatar name={contact.displayName} kind={contact.kind} />
    <Box minWidth={0} overflow="hidden">
      <RowLink to={contactPath(contact.documentId)} title={contact.displayName}>
        <NameText isQuiet={contact.kind !== 'known'}>{contact.displayName}</NameText>
      </RowLink>
    </Box>
  </Flex>
);
