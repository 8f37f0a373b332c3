import type { ReactNode } from 'react';
import {
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useTranslate } from '../translate';
import { PAGE_SIZES, withChange, type ListPlace } from './list-address';

interface ListFooterProps<State extends ListPlace> {
  state: State;
  onChange: (state: State) => void;
  pages: { nextCursor: string | null; previousCursor: string | null } | undefined;
  /** How many there are. */
  count: ReactNode;
}

/** Pages by keyset: there is a next and a previous one, and never a page number to count up to. */
export const ListFooter = <State extends ListPlace>(props: ListFooterProps<State>) => {
  const { state, onChange, pages, count } = props;
  const t = useTranslate();
  const open = (cursor: string | null) => onChange({ ...state, cursor });
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingTop={4}>
      <Flex gap={4}>
        <Flex gap={1} tag="nav" aria-label={t('list.pages')}>
          <IconButton
            label={t('list.previousPage')}
            disabled={!pages?.previousCursor}
            onClick={() => open(pages?.previousCursor ?? null)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={t('list.nextPage')}
            disabled={!pages?.nextCursor}
            onClick={() => open(pages?.nextCursor ?? null)}
          >
            <ChevronRight />
          </IconButton>
        </Flex>
        <PageSize
          pageSize={state.pageSize}
          onChange={(pageSize) =>
            onChange({ ...state, ...withChange<ListPlace>(state, { pageSize }) })
          }
        />
      </Flex>
      {count}
    </Flex>
  );
};

interface PageSizeProps {
  pageSize: number;
  onChange: (pageSize: number) => void;
}

const PageSize = ({ pageSize, onChange }: PageSizeProps) => {
  const t = useTranslate();
  return (
    <Flex gap={2}>
      <SingleSelect
        size="S"
        aria-label={t('list.pageSize')}
        value={String(pageSize)}
        onChange={(value) => onChange(Number(value))}
      >
        {PAGE_SIZES.map((size) => (
          <SingleSelectOption key={size} value={String(size)}>
            {String(size)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Typography textColor="neutral600">{t('list.perPage')}</Typography>
    </Flex>
  );
};
