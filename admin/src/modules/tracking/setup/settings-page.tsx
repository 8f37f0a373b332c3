import { Box, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type { Setup } from '../../../../../server/src/modules/tracking/contract';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { SettingsFrame } from '../../../shared/settings-frame';
import { useTranslate } from '../../../shared/translate';
import { useSettings, useSetup } from '../api';
import { PrivacyForm } from './privacy-form';
import { ReceivedCheck } from './received-check';
import { ScriptTag } from './script-tag';

const SettingsPage = () => (
  <SettingsFrame permission="settings.read">
    <Settings />
  </SettingsFrame>
);

const Settings = () => {
  const t = useTranslate();
  const setup = useSetup({ isWaiting: true });
  const settings = useSettings();
  const error = setup.error ?? settings.error;
  const retry = () => {
    void setup.refetch();
    void settings.refetch();
  };
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!setup.data || !settings.data) return <Page.Loading />;
  return (
    <SettingsFrame.Page title={t('settings.title')} subtitle={t('settings.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <EditionPanel edition={setup.data.edition} />
        {setup.data.edition === 'ems' && (
          <>
            <TrackingPanel setup={setup.data} />
            <PrivacyForm settings={settings.data} />
          </>
        )}
      </Flex>
    </SettingsFrame.Page>
  );
};

const EditionPanel = ({ edition }: Pick<Setup, 'edition'>) => {
  const t = useTranslate();
  return (
    <Panel title={t('settings.edition')}>
      <Typography tag="p" fontWeight="semiBold">
        {t(`edition.${edition}`)}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {t(`edition.${edition}Hint`)} {t('edition.howToSwitch')}
      </Typography>
    </Panel>
  );
};

const TrackingPanel = ({ setup }: { setup: Setup }) => {
  const t = useTranslate();
  return (
    <Panel title={t('settings.tracking')}>
      <ScriptTag tag={setup.scriptTag} />
      <Box paddingTop={4}>
        <ReceivedCheck lastEvent={setup.lastEvent} />
      </Box>
    </Panel>
  );
};

export default SettingsPage;
