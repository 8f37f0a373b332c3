import type { LabelSource } from '../../../shared/labels/api';
import { LabelsPage } from '../../../shared/labels/labels-page';
import { SettingsFrame } from '../../../shared/settings-frame';
import { useTranslate } from '../../../shared/translate';

const SOURCE: LabelSource = { path: '/account-statuses', shownIn: ['accounts'] };

const Statuses = () => {
  const t = useTranslate();
  return (
    <LabelsPage
      title={t('labels.accountStatuses')}
      subtitle={t('labels.accountStatusesHint')}
      source={SOURCE}
    />
  );
};

const AccountStatusesPage = () => (
  <SettingsFrame permission="settings.read">
    <Statuses />
  </SettingsFrame>
);

export default AccountStatusesPage;
