import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CardSlotProps } from '../../../shared/admin-module';
import { GlanceFact } from '../../../shared/glance-fact';
import { Panel } from '../../../shared/panel';
import { useTranslate } from '../../../shared/translate';
import { SubsidiariesSwitch } from '../card/subsidiaries-switch';
import { usePeopleRollUp } from '../structure/api';
import { useWithSubsidiaries } from '../with-subsidiaries';

/** How many people that makes, of the account alone or with everything below it. */
const PeoplePanel = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { subsidiaries } = useWithSubsidiaries();
  const { data, isError } = usePeopleRollUp(documentId, subsidiaries);
  if (isError) return null;
  return (
    <Panel title={t('glance.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
          <GlanceFact label={t('glance.people')}>
            {data && intl.formatNumber(data.current)}
          </GlanceFact>
          <GlanceFact label={t('glance.former')}>
            {data && intl.formatNumber(data.former)}
          </GlanceFact>
          <GlanceFact label={t('glance.subsidiaries')}>
            {data && intl.formatNumber(data.subsidiaries)}
          </GlanceFact>
        </Flex>
        <SubsidiariesSwitch />
      </Flex>
    </Panel>
  );
};

export default PeoplePanel;
