import { Flex, Link as DesignLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { CardSlotProps } from '../../../shared/admin-module';
import { accountPath, contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useMemberships } from './api';

/** "CEO at Acme +1": the primary account, or else the newest, and how many more. */
const RelationFact = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const { data, hasNextPage } = useMemberships({ of: 'contact', documentId }, 'current');
  const memberships = data?.pages.flatMap((page) => page.data) ?? [];
  const shown = memberships.find(({ isPrimary }) => isPrimary) ?? memberships[0];
  if (!shown) return null;
  const others = memberships.filter((membership) => membership !== shown);
  const what = shown.role?.displayName ?? shown.jobTitle;
  const account = shown.account.name;
  return (
    <Flex gap={1} wrap="wrap">
      <DesignLink tag={Link} to={accountPath(shown.account.documentId)}>
        {what
          ? t('memberships.relation', { role: what, account })
          : t('memberships.member', { account })}
      </DesignLink>
      {others.length > 0 && (
        <DesignLink
          tag={Link}
          to={contactPath(documentId, 'accounts')}
          title={others.map((other) => other.account.name).join(', ')}
        >
          {t('memberships.more', { count: `${others.length}${hasNextPage ? '+' : ''}` })}
        </DesignLink>
      )}
    </Flex>
  );
};

export default RelationFact;
