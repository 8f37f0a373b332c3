import {
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { ContactPage } from '../../../../../server/src/modules/contacts/contract';
import { useTranslate } from '../../../shared/translate';
import { ContactCount } from './contact-count';
import { PAGE_SIZES, toFilterQuery, withChange, type ListState } from './list-state';

interface ListFooterProps {
  state: ListState;
  onChange: (state: ListState) => void;
  pages: ContactPage['meta'] | undefined;
}

/** Pages by keyset: there is a next and a previous one, and never a page number to count up to. */
export const ListFooter = ({ state, onChange, pages }: ListFooterProps) => {
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
        <PageSize state={state} onChange={onChange} />
      </Flex>
      <ContactCount filter={toFilterQuery(state)} />
    </Flex>
  );
};

const PageSize = ({ state, onChange }: Omit<ListFooterProps, 'pages'>) => {
  const t = useTranslate();
  return (
    <Flex gap={2}>
      <SingleSelect
        size="S"
        aria-label={t('list.pageSize')}
        value={String(state.pageSize)}
        onChange={(value) => onChange(withChange(state, { pageSize: Number(value) }))}
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
