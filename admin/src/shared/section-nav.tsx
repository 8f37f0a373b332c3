import { Box, Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AdminModule } from './admin-module';
import { useOffered } from './admin-modules-context';
import { navEntries } from './nav-entries';
import { useTranslate } from './translate';

const pagesOf = (module: AdminModule) => module.pages;

/** The plugin's pages in one line; no line while there is only one page. */
export const SectionNav = () => {
  const t = useTranslate();
  const { items } = useOffered(pagesOf);
  const links = navEntries(items);
  if (links.length < 2) return null;
  return (
    <Box tag="nav" aria-label={t('nav.label')}>
      <Flex gap={6} tag="ul">
        {links.map(({ to, label }) => (
          <li key={to}>
            <SectionLink to={to}>{t(label)}</SectionLink>
          </li>
        ))}
      </Flex>
    </Box>
  );
};

const SectionLink = styled(NavLink)`
  display: block;
  padding-block: ${({ theme }) => theme.spaces[2]};
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
  &.active {
    color: ${({ theme }) => theme.colors.primary600};
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;
