import type { LabelSource } from '../../shared/labels/api';
import { LabelsPage } from '../../shared/labels/labels-page';
import { SettingsFrame } from '../../shared/settings-frame';
import { useTranslate } from '../../shared/translate';

const SOURCE: LabelSource = {
  path: '/contact-statuses',
  listPath: '/contact-statuses/counted',
  shownIn: ['contact-statuses', 'contacts'],
};

const Statuses = () => {
  const t = useTranslate();
  return (
    <LabelsPage
      title={t('labels.contactStatuses')}
      subtitle={t('labels.contactStatusesHint')}
      source={SOURCE}
    />
  );
};

const StatusesPage = () => (
  <SettingsFrame permission="settings.read">
    <Statuses />
  </SettingsFrame>
);

export default StatusesPage;
