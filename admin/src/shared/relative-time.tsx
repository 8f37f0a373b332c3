import { useIntl } from 'react-intl';
import { toRelativeUnit } from './relative-unit';
import { useTranslate } from './translate';
import { useNow } from './use-now';

/** "2 minutes ago", with the full date on hover and for machines. */
export const RelativeTime = ({ at }: { at: string }) => {
  const now = useNow();
  const t = useTranslate();
  const intl = useIntl();
  const date = new Date(at);
  const relative = toRelativeUnit(date.getTime() - now);
  return (
    <time
      dateTime={date.toISOString()}
      title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'medium' })}
    >
      {relative === 'now'
        ? t('time.now')
        : intl.formatRelativeTime(relative.value, relative.unit, { numeric: 'auto' })}
    </time>
  );
};
