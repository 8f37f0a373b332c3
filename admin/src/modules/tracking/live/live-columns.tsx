import { useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Column } from '../../../shared/data-table-column';
import { contactPath } from '../../../shared/paths';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { pathOf } from '../../../shared/read-url';
import { ContactAvatar, StateLabel } from '../../contacts';
import type { LiveVisitor } from '../wire';

export const useLiveColumns = (): Column<LiveVisitor>[] => {
  const t = useTranslate();
  return useMemo(
    () => [
      {
        id: 'contact',
        label: t('live.contact'),
        width: 24,
        cell: ({ contact }) => <Visitor contact={contact} />,
      },
      {
        id: 'page',
        label: t('live.page'),
        width: 30,
        cell: (visitor) => <CurrentPage visitor={visitor} />,
      },
      {
        id: 'state',
        label: t('field.state'),
        width: 12,
        cell: ({ contact }) => <StateLabel state={contact.state} />,
      },
      {
        id: 'device',
        label: t('live.device'),
        width: 12,
        cell: ({ device }) => device ?? '–',
      },
      {
        id: 'pageviews',
        label: t('live.pageviews'),
        align: 'end',
        width: 10,
        cell: ({ pageviews }) => pageviews,
      },
      {
        id: 'startedAt',
        label: t('live.started'),
        width: 16,
        cell: ({ startedAt }) => <RelativeTime at={startedAt} />,
      },
      {
        id: 'lastSeenAt',
        label: t('live.lastSeen'),
        width: 16,
        cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} />,
      },
    ],
    [t]
  );
};

const Visitor = ({ contact }: Pick<LiveVisitor, 'contact'>) => (
  <Flex gap={3}>
    <ContactAvatar name={contact.displayName} kind={contact.kind} />
    <VisitorLink data-row-link to={contactPath(contact.documentId)} title={contact.displayName}>
      <Typography ellipsis textColor={contact.kind === 'known' ? 'neutral800' : 'neutral600'}>
        {contact.displayName}
      </Typography>
    </VisitorLink>
  </Flex>
);

/** The title says what, the path says where; both are a visitor's text and stay text. */
const CurrentPage = ({ visitor: { title, url } }: { visitor: LiveVisitor }) => {
  const path = pathOf(url);
  return (
    <span title={[title, url].filter(Boolean).join(' · ')}>
      {title ?? path ?? '–'}
      {title && path && (
        <Typography variant="pi" textColor="neutral600">
          {` ${path}`}
        </Typography>
      )}
    </span>
  );
};

const VisitorLink = styled(Link)`
  overflow: hidden;
  text-overflow: ellipsis;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;
