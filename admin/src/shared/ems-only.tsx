import type { PropsWithChildren } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useEdition } from './edition';
import { useTranslate } from './translate';

/** What the CMS edition does not have says so, where Strapi has no way to hide its link. */
export const EmsOnly = ({ children }: PropsWithChildren) => {
  const t = useTranslate();
  const edition = useEdition();
  if (edition === undefined) return <Page.Loading />;
  if (edition === 'ems') return <>{children}</>;
  return (
    <Flex direction="column" gap={2} padding={10}>
      <Typography variant="delta" tag="h1">
        {t('edition.notHere')}
      </Typography>
      <Typography textColor="neutral600">{t('edition.howToSwitch')}</Typography>
    </Flex>
  );
};
