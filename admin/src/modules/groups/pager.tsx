import { Button, Flex } from '@strapi/design-system';
import type { PageMeta } from '../../../../server/src/modules/groups/contract';
import { useTranslate } from '../../shared/translate';

interface PagerProps {
  meta: PageMeta | undefined;
  onMove: (cursor: string) => void;
}

/** Nothing for a list of one page. */
export const Pager = ({ meta, onMove }: PagerProps) => {
  const t = useTranslate();
  if (!meta || (!meta.previousCursor && !meta.nextCursor)) return null;
  const { previousCursor, nextCursor } = meta;
  return (
    <Flex gap={2} paddingTop={4}>
      <Button
        variant="tertiary"
        disabled={!previousCursor}
        onClick={() => previousCursor && onMove(previousCursor)}
      >
        {t('groups.previous')}
      </Button>
      <Button
        variant="tertiary"
        disabled={!nextCursor}
        onClick={() => nextCursor && onMove(nextCursor)}
      >
        {t('groups.next')}
      </Button>
    </Flex>
  );
};
