import { useState, type KeyboardEvent } from 'react';
import { Box, Field, Flex, TextButton, TextInput, Typography } from '@strapi/design-system';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { styled } from 'styled-components';
import { ListButton } from './list-button';
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
  error?: string | undefined;
}

const KEPT_MILLISECONDS = 30_000;

/** One of many, found by typing. Arrow keys go from the field into what was found. */
export const SearchChoice = (props: SearchChoiceProps) => {
  const { label, chosen, onChoose, error } = props;
  const t = useTranslate();
  if (!chosen) return <Search {...props} />;
  return (
    <Field.Root name="choice" error={error}>
      <Field.Label>{label}</Field.Label>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
          {chosen.name}
        </Typography>
        <TextButton onClick={() => onChoose(null)}>{t('search.change')}</TextButton>
      </Flex>
      <Field.Error />
    </Field.Root>
  );
};

const Search = ({ label, kind, find, onChoose, without = [], error }: SearchChoiceProps) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const { data } = useQuery({
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
          type="search"
          autoComplete="off"
          data-move
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Found role="group" aria-label={t('search.results')} aria-busy={!found}>
        {found?.map((option) => (
          <ListButton
            key={option.documentId}
            data-move
            type="button"
            onClick={() => onChoose(option)}
          >
            <Typography ellipsis tag="span" display="block">
              {option.name}
            </Typography>
            {option.detail && (
              <Typography variant="pi" textColor="neutral600" ellipsis tag="span" display="block">
                {option.detail}
              </Typography>
            )}
          </ListButton>
        ))}
        {found?.length === 0 && (
          <Typography textColor="neutral600">{t('search.nothing')}</Typography>
        )}
      </Found>
    </Box>
  );
};

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS[event.key];
  if (!step) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-move]')];
  const current = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[current + step]?.focus();
};

const Found = styled.div`
  min-height: 4rem;
  max-height: 24rem;
  padding-top: ${({ theme }) => theme.spaces[2]};
  overflow-y: auto;
`;
