import { useRef, useState, type KeyboardEvent, type Ref, type SyntheticEvent } from 'react';
import { Box, Button, Popover, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import { ListButton } from '../../../shared/list-button';
import { useTranslate } from '../../../shared/translate';
import { useContactPage } from '../api';
import { SearchField } from '../../../shared/list/search-field';

interface ContactSearchProps {
  label: string;
  disabled: boolean;
  buttonRef: Ref<HTMLButtonElement>;
  onChoose: (documentId: string) => void;
}

export const ContactSearch = ({ label, disabled, buttonRef, onChoose }: ContactSearchProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button
          ref={buttonRef}
          variant="tertiary"
          fullWidth
          startIcon={<Search />}
          disabled={disabled}
        >
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start" aria-label={label}>
        {isOpen && (
          <Results
            onChoose={({ documentId }) => {
              setOpen(false);
              onChoose(documentId);
            }}
          />
        )}
      </Popover.Content>
    </Popover.Root>
  );
};

const SHOWN = '8';

/** A popover is a part of the edit view's form for React: what is sent in here stays in here. */
const stay = (event: SyntheticEvent) => event.stopPropagation();

const Results = ({ onChoose }: { onChoose: (contact: ContactView) => void }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const searchInput = useRef<HTMLInputElement>(null);
  const { data } = useContactPage({
    ...(q ? { q } : {}),
    kind: 'known',
    sort: q ? 'name:asc' : 'lastActivityAt:desc',
    pageSize: SHOWN,
  });
  const found = data?.data;
  return (
    <Box padding={2} width="36rem" maxWidth="90vw" onSubmit={stay} onKeyDownCapture={moveFocus}>
      <SearchField label={t('list.search')} inputRef={searchInput} value={q} onSearch={setQ} />
      <Box paddingTop={2} role="group" aria-label={t('picker.results')} aria-busy={!found}>
        {found?.map((contact) => (
          <ListButton key={contact.documentId} type="button" onClick={() => onChoose(contact)}>
            <Typography tag="div" ellipsis>
              {contact.displayName}
            </Typography>
            {contact.email && contact.email !== contact.displayName && (
              <Typography variant="pi" textColor="neutral600" tag="div" ellipsis>
                {contact.email}
              </Typography>
            )}
          </ListButton>
        ))}
        {found?.length === 0 && (
          <Box padding={2}>
            <Typography textColor="neutral600">{t('list.noMatch')}</Typography>
          </Box>
        )}
      </Box>
    </Box>
  );
};

/** Arrow keys go from the search, which keeps its keys to itself, to those found, and back. */
const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, [role=group] button'),
  ];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
