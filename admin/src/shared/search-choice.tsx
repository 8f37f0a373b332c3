import { useRef, useState } from 'react';
import { Box, Field, Flex, TextButton, TextInput, Typography } from '@strapi/design-system';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { styled } from 'styled-components';
import { ListButton } from './list-button';
import { moveFocus } from './move-focus';
import { useTranslate } from './translate';

export interface SearchOption {
  documentId: string;
  name: string;
  /** Tells two of one name apart. */
  detail: string | null;
}

interface SearchChoiceProps {
  label: string;
  /** Of the cache. */
  kind: string;
  find: (q: string, signal: AbortSignal) => Promise<SearchOption[]>;
  chosen: SearchOption | null;
  onChoose: (option: SearchOption | null) => void;
  /** Not offered: what is chosen already, or would make no sense. */
  without?: readonly string[];
  /** Said when nothing was typed and there is nothing to choose. */
  nothing?: string;
  error?: string | undefined;
}

const KEPT_MILLISECONDS = 30_000;

/** One of many, found by typing. Arrow keys go from the field into what was found. */
export const SearchChoice = (props: SearchChoiceProps) => {
  const { label, chosen, error } = props;
  const t = useTranslate();
  const [wasUsed, setUsed] = useState(false);
  const onChoose = (option: SearchOption | null) => {
    setUsed(true);
    props.onChoose(option);
  };
  if (!chosen) return <Search {...props} onChoose={onChoose} autoFocus={wasUsed} />;
  return (
    <Field.Root name="choice" error={error}>
      <Field.Label>{label}</Field.Label>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
          {chosen.name}
        </Typography>
        <TextButton autoFocus={wasUsed} onClick={() => onChoose(null)}>
          {t('search.change')}
        </TextButton>
      </Flex>
      <Field.Error />
    </Field.Root>
  );
};

type SearchProps = SearchChoiceProps & { autoFocus: boolean };

const Search = (props: SearchProps) => {
  const { label, kind, find, without = [], nothing, error, autoFocus } = props;
  const t = useTranslate();
  const [q, setQ] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const onChoose = (option: SearchOption) => {
    input.current?.focus();
    props.onChoose(option);
  };
  const { data, isError } = useQuery({
    queryKey: ['search-choice', kind, q.trim()],
    queryFn: ({ signal }) => find(q.trim(), signal),
    placeholderData: keepPreviousData,
    staleTime: KEPT_MILLISECONDS,
  });
  const found = data?.filter(({ documentId }) => !without.includes(documentId));
  return (
    <Box onKeyDown={moveFocus}>
      <Field.Root name="search" error={error}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          ref={input}
          type="search"
          autoFocus={autoFocus}
          autoComplete="off"
          data-move
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Found role="group" aria-label={t('search.results')} aria-busy={!found && !isError}>
        {found?.map((option) => (
          <Option key={option.documentId} {...option} onClick={() => onChoose(option)} />
        ))}
        {found?.length === 0 && (
          <Typography textColor="neutral600">
            {q.trim() === '' && nothing ? nothing : t('search.nothing')}
          </Typography>
        )}
        {isError && !found && (
          <Typography textColor="danger600" role="alert">
            {t('error.title')}
          </Typography>
        )}
      </Found>
    </Box>
  );
};

const Option = ({ name, detail, onClick }: SearchOption & { onClick: () => void }) => (
  <ListButton data-move type="button" onClick={onClick}>
    <Typography ellipsis tag="span" display="block">
      {name}
    </Typography>
    {detail && (
      <Typography variant="pi" textColor="neutral600" ellipsis tag="span" display="block">
        {detail}
      </Typography>
    )}
  </ListButton>
);

const Found = styled.div`
  min-height: 4rem;
  max-height: 24rem;
  padding-top: ${({ theme }) => theme.spaces[2]};
  overflow-y: auto;
`;
