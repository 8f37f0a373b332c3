/**
 * Finds anything by typing and opens it, without the mouse: the arrow keys move, Enter opens, Escape
 * closes. A combobox with its list below, as the ARIA practices describe it.
 */
import { useState, type KeyboardEvent } from 'react';
import { Modal, Typography, VisuallyHidden } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { useReturnFocus } from '../return-focus';
import { useTranslate } from '../translate';
import { Input, List, Option } from './command-bar-parts';
import type { Found } from './finder';
import { useFound, type FoundGroup } from './use-found';

const LIST = 'cm-command-bar-list';
const optionId = (index: number) => `${LIST}-${index}`;

export const CommandBar = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, isSearching } = useFound(typed);
  const items = groups.flatMap((group) => group.items);
  const active = Math.min(chosen, items.length - 1);
  const open = (item: Found | undefined) => {
    if (!item) return;
    onClose();
    navigate(item.to);
  };
  const press = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, active, items.length);
    if (event.key === 'Enter') open(items[active]);
    if (next !== null) setChosen(next);
    if (event.key === 'Enter' || next !== null) event.preventDefault();
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus} aria-describedby={undefined}>
        <VisuallyHidden>
          <Modal.Title>{t('command.title')}</Modal.Title>
        </VisuallyHidden>
        <Input
          role="combobox"
          aria-label={t('command.title')}
          aria-expanded={items.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? optionId(active) : undefined}
          placeholder={t('command.placeholder')}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <FoundList {...{ groups, isSearching, active, onOpen: open }} />
      </Modal.Content>
    </Modal.Root>
  );
};

interface FoundListProps {
  groups: FoundGroup[];
  isSearching: boolean;
  /** Index among the items of all groups. */
  active: number;
  onOpen: (item: Found) => void;
}

const FoundList = ({ groups, isSearching, active, onOpen }: FoundListProps) => {
  const t = useTranslate();
  const items = groups.flatMap((group) => group.items);
  return (
    <List id={LIST} role="listbox" aria-label={t('command.title')} aria-busy={isSearching}>
      {groups.map(({ id, label, items: own }) => (
        <div key={id} role="group" aria-label={label}>
          <Heading text={label} />
          {own.map((item) => (
            <FoundOption
              key={item.id}
              item={item}
              index={items.indexOf(item)}
              isActive={items.indexOf(item) === active}
              onOpen={() => onOpen(item)}
            />
          ))}
        </div>
      ))}
      {items.length === 0 && !isSearching && (
        <Typography textColor="neutral600" padding={4} role="status">
          {t('command.nothing')}
        </Typography>
      )}
    </List>
  );
};

const Heading = ({ text }: { text: string }) => (
  <Typography
    variant="sigma"
    textColor="neutral600"
    tag="p"
    paddingLeft={4}
    paddingTop={2}
    aria-hidden
  >
    {text}
  </Typography>
);

interface FoundOptionProps {
  item: Found;
  index: number;
  isActive: boolean;
  onOpen: () => void;
}

const FoundOption = ({ item, index, isActive, onOpen }: FoundOptionProps) => (
  <Option
    id={optionId(index)}
    role="option"
    aria-selected={isActive}
    ref={(element) => {
      if (isActive) element?.scrollIntoView({ block: 'nearest' });
    }}
    onClick={onOpen}
  >
    <Typography ellipsis>{item.title}</Typography>
    {item.detail && (
      <Typography ellipsis textColor="neutral600" variant="pi">
        {item.detail}
      </Typography>
    )}
  </Option>
);

/** Null where the key moves nothing. */
const nextIndex = (key: string, active: number, count: number): number | null => {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  return null;
};
