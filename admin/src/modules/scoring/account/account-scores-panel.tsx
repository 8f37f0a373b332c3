import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CardSlotProps } from '../../../shared/admin-module';
import { GlanceFact } from '../../../shared/glance-fact';
import { Panel } from '../../../shared/panel';
import { useTranslate } from '../../../shared/translate';
import { useWithSubsidiaries } from '../../accounts';
import { useScoresOfAccount } from '../api';

/** What the current people of an account come to, in each score. */
const AccountScoresPanel = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { subsidiaries } = useWithSubsidiaries();
  const { data: scores } = useScoresOfAccount(documentId, subsidiaries);
  if (!scores || scores.length === 0) return null;
  return (
    <Panel title={t('scores.title')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        {scores.map(({ score, rollUp, value }) => (
          <GlanceFact
            key={score.documentId}
            label={t('scores.ofAccount', {
              name: score.displayName,
              rollUp: t(`scores.rollUp.${rollUp}`),
            })}
          >
            {intl.formatNumber(value)}
          </GlanceFact>
        ))}
      </Flex>
    </Panel>
  );
};

export default AccountScoresPanel;
