import { VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DayStats } from '../../../../../server/src/modules/tracking/contract';
import { useTranslate } from '../../../shared/translate';

interface StatsTableProps {
  days: DayStats[];
  hasVisits: boolean;
}

/** What the chart draws, for those who do not see it. */
export const StatsTable = ({ days, hasVisits }: StatsTableProps) => {
  const t = useTranslate();
  const intl = useIntl();
  return (
    <VisuallyHidden>
      <table>
        <caption>{t('widget.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('widget.day')}</th>
            {hasVisits && <th scope="col">{t('widget.visits')}</th>}
            <th scope="col">{t('widget.newContacts')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, visits, newContacts }) => (
            <tr key={date}>
              <th scope="row">{intl.formatDate(date, { dateStyle: 'long', timeZone: 'UTC' })}</th>
              {hasVisits && <td>{intl.formatNumber(visits)}</td>}
              <td>{intl.formatNumber(newContacts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
};
