import { Button, Flex } from '@strapi/design-system';
import { useTranslate } from './translate';

interface MoreButtonProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** What an infinite query has to say about its next page. */
export const MoreButton = ({ hasNextPage, isFetchingNextPage, fetchNextPage }: MoreButtonProps) => {
  const t = useTranslate();
  if (!hasNextPage) return null;
  return (
    <Flex justifyContent="center">
      <Button variant="tertiary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('timeline.more')}
      </Button>
    </Flex>
  );
};
