import { createElement, useId, useState } from 'react';
import { Box, Flex, Link as DesignLink, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useStatusName } from '../../contacts';
import type { ActivityType } from '../../../../../server/src/modules/activities/contract';
import { ActivityDetails, detailsOf } from './activity-details';
import { iconOf } from './activity-icons';
import { toneOfType } from './activity-tone';
import { pathOf, toSafeHref } from '../../../shared/read-url';
import type { ShownActivity } from './group-timeline';
import { tellActivity } from './tell-activity';

interface ActivityLineProps {
  activity: ShownActivity;
  type: ActivityType | undefined;
}

/** When, a sign, a sentence and the page's path; the rest on demand. */
export const ActivityLine = ({ activity, type }: ActivityLineProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const statusName = useStatusName();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const details = detailsOf(activity, t);
  return (
    <Line>
      <Time dateTime={activity.occurredAt} title={intl.formatDate(activity.occurredAt, FULL)}>
        {intl.formatTime(activity.occurredAt)}
      </Time>
      <ActivitySign type={activity.type} color={type?.color} />
      <Box flex="1" minWidth={0}>
        <Flex gap={3} wrap="wrap" alignItems="baseline">
          {activity.contact && (
            <DesignLink tag={Link} to={contactPath(activity.contact.documentId)}>
              <span style={{ overflowWrap: 'anywhere' }}>{activity.contact.displayName}</span>
            </DesignLink>
          )}
          <Typography style={{ overflowWrap: 'anywhere' }}>
            {tellActivity(activity, type, { t, intl, statusName })}
          </Typography>
          <PagePath url={activity.url} hasTitle={activity.title !== null} />
          {details.length > 0 && (
            <TextButton
              aria-expanded={isOpen}
              aria-controls={detailsId}
              onClick={() => setOpen(!isOpen)}
            >
              {t('timeline.details')}
            </TextButton>
          )}
        </Flex>
        {isOpen && <ActivityDetails id={detailsId} details={details} />}
      </Box>
    </Line>
  );
};

const FULL = { dateStyle: 'full', timeStyle: 'medium' } as const;

const ActivitySign = ({ type, color }: { type: string; color: string | undefined }) => {
  const tone = toneOfType(color);
  return (
    <Sign $hex={typeof tone === 'object' ? tone.hex : undefined} aria-hidden>
      {createElement(iconOf(type), {
        width: '1.6rem',
        height: '1.6rem',
        ...(typeof tone === 'string' && { fill: tone }),
      })}
    </Sign>
  );
};

/** The sentence already names the path when there is no title. */
const PagePath = ({ url, hasTitle }: { url: string | null; hasTitle: boolean }) => {
  const path = pathOf(url);
  const href = toSafeHref(url);
  if (!path || (!hasTitle && !href)) return null;
  if (!href) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {path}
      </Typography>
    );
  }
  return (
    <PageLink href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
      {path}
    </PageLink>
  );
};

const Line = styled.li`
  display: flex;
  gap: ${({ theme }) => theme.spaces[3]};
  padding-block: ${({ theme }) => theme.spaces[2]};
`;

const Time = styled.time`
  flex: none;
  width: 6.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
  line-height: 2rem;
  font-variant-numeric: tabular-nums;
  text-align: end;
`;

const Sign = styled.span<{ $hex?: string }>`
  flex: none;
  display: inline-flex;
  align-items: center;
  height: 2rem;

  path {
    fill: ${({ $hex }) => $hex};
  }
`;

const PageLink = styled.a`
  max-width: 100%;
  overflow: hidden;
  text-overflow: ellipsis;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
  overflow-wrap: anywhere;
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
`;
