import type { LabelSource } from '../../../shared/labels/api';
import { LabelsPage } from '../../../shared/labels/labels-page';
import { SettingsFrame } from '../../../shared/settings-frame';
import { useTranslate } from '../../../shared/translate';

const SOURCE: LabelSource = { path: '/contact-roles', shownIn: ['accounts'] };

const Roles = () => {
  const t = useTranslate();
  return (
    <LabelsPage
      title={t('labels.contactRoles')}
      subtitle={t('labels.contactRolesHint')}
      source={SOURCE}
    />
  );
};

const ContactRolesPage = () => (
  <SettingsFrame permission="settings.read">
    <Roles />
  </SettingsFrame>
);

export default ContactRolesPage;
