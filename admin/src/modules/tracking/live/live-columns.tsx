import { useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { LiveVisitor } from '../../../../../server/src/modules/tracking/contract';
import type { Column } from '../../../shared/data-table-column';
import { contactPath } from '../../../shared/paths';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate, type Translate, type TranslationId } from '../../../shared/translate';
import { pathOf } from '../../../shared/read-url';
import { ContactAvatar, StateLabel } from '../../contacts';

export const useLiveColumns = (): Column<LiveVisitor>[] => {
  const t = useTranslate();
  return useMemo(
    () => [
      {
        id: 'contact',
        label: t('live.contact'),
        width: 20,
        cell: ({ contact }) => <Visitor contact={contact} />,
      },
      {
        id: 'page',
        label: t('live.page'),
        width: 32,
        cell: (visitor) => <CurrentPage visitor={visitor} />,
      },
      {
        id: 'state',
        label: t('field.state'),
        width: 11,
        cell: ({ contact }) => <StateLabel state={contact.state} />,
      },
      {
        id: 'device',
        label: t('live.device'),
        width: 10,
        cell: ({ device }) => deviceName(device, t),
      },
      {
        id: 'pageviews',
        label: t('live.pageviews'),
        align: 'end',
        width: 8,
        cell: ({ pageviews }) => pageviews,
      },
      {
        id: 'startedAt',
        label: t('live.started'),
        width: 13,
        cell: ({ startedAt }) => <RelativeTime at={startedAt} />,
      },
      {
        id: 'lastSeenAt',
        label: t('live.lastSeen'),
        width: 13,
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
    <Flex direction="column" alignItems="stretch" title={[title, url].filter(Boolean).join(' · ')}>
      <Typography ellipsis>{title ?? path ?? '–'}</Typography>
      {title && path && (
        <Typography ellipsis variant="pi" textColor="neutral600">
          {path}
        </Typography>
      )}
    </Flex>
  );
};

const DEVICES: Record<string, TranslationId> = {
  desktop: 'live.device.desktop',
  mobile: 'live.device.mobile',
  tablet: 'live.device.tablet',
};

const deviceName = (device: string | null, t: Translate): string => {
  const id = device ? DEVICES[device] : undefined;
  return id ? t(id) : (device ?? '–');
};

const VisitorLink = styled(Link)`
  overflow: hidden;
  text-overflow: ellipsis;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;
