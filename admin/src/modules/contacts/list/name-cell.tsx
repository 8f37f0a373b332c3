import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import { contactPath } from '../../../shared/paths';
import { ContactAvatar } from '../components/contact-avatar';

/** The row's link: Enter opens it, j and k move between these. */
export const NameCell = ({ contact }: { contact: ContactView }) => (
  <Flex gap={3}>
    <ContactAvatar name={contact.displayName} kind={contact.kind} />
    <Box minWidth={0} overflow="hidden">
      <RowLink data-row-link to={contactPath(contact.documentId)} title={contact.displayName}>
        <Typography
          ellipsis
          fontWeight={contact.kind === 'known' ? 'semiBold' : 'regular'}
          textColor={contact.kind === 'known' ? 'neutral800' : 'neutral600'}
        >
          {contact.displayName}
        </Typography>
      </RowLink>
    </Box>
  </Flex>
);

const RowLink = styled(Link)`
  display: block;
  overflow: hidden;
  text-overflow: ellipsis;
  text-decoration: none;
  padding: 2px;

  &:hover {
    text-decoration: underline;
  }
`;
