import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { fromDay, toDay } from '../../../shared/local-day';
import { useTranslate, type Translate } from '../../../shared/translate';
import { useNow } from '../../../shared/use-now';
import type { ActivityType } from '../../../../../server/src/modules/activities/contract';
import { ActivityLine } from './activity-line';
import type { DayGroup, SessionGroup } from './group-timeline';
import { sessionMinutes } from './group-timeline';
import { deviceOf, sourceOf } from './session-source';

interface DaySectionProps {
  day: DayGroup;
  types: ReadonlyMap<string, ActivityType>;
}

export const DaySection = ({ day, types }: DaySectionProps) => {
  const label = useDayLabel(day.day);
  return (
    <Box tag="section" aria-label={label}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {label}
      </Typography>
      {day.sessions.map((session) => (
        <Session key={session.activities[0]?.eventId} session={session} types={types} />
      ))}
    </Box>
  );
};

const useDayLabel = (day: string): string => {
  const t = useTranslate();
  const intl = useIntl();
  const now = new Date(useNow());
  if (day === toDay(now)) return t('timeline.today');
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day === toDay(yesterday)) return t('timeline.yesterday');
  return intl.formatDate(fromDay(day), { dateStyle: 'full' });
};

interface SessionProps {
  session: SessionGroup;
  types: ReadonlyMap<string, ActivityType>;
}

const Session = ({ session, types }: SessionProps) => {
  const t = useTranslate();
  return (
    <Box paddingTop={2}>
      {session.sessionId !== null && (
        <Typography variant="pi" textColor="neutral600" tag="h4">
          {[sessionLabel(session, t), deviceOf(session)].filter(Boolean).join(' · ')}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch">
        {session.activities.map((activity) => (
          <ActivityLine
            key={activity.eventId}
            activity={activity}
            type={types.get(activity.type)}
          />
        ))}
      </Flex>
    </Box>
  );
};

const sessionLabel = (session: SessionGroup, t: Translate): string => {
  const minutes = sessionMinutes(session);
  const source = sourceOf(session);
  return source
    ? t('timeline.sessionFrom', { minutes, source })
    : t('timeline.session', { minutes });
};
