import { useMemo, useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Menu,
  Popover,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { Leaf } from '../../../../../server/src/modules/conditions/contract';
import { ListButton } from '../../list-button';
import { moveFocus } from '../../move-focus';
import { useBuilder } from '../editors/builder-context';
import { offersOf, searchOffers } from '../leaves/offers';
import { newBlock, newRow, type BlockDraft, type RuleDraft } from '../tree/draft';
import { insert } from '../tree/edit-tree';
import { useTree } from './tree-context';

const KINDS = ['all', 'any', 'none'] as const;

/** A question or a block at the end of this one. */
export const AddButtons = ({ block }: { block: BlockDraft }) => {
  const { t } = useBuilder();
  const { root, edit, setOpen } = useTree();
  const [isPicking, setPicking] = useState(false);
  const add = (rule: RuleDraft) => {
    edit(insert(root, { block: block.id, index: block.rules.length }, rule));
    setOpen(rule.id);
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Popover.Root open={isPicking} onOpenChange={setPicking}>
        <Popover.Trigger>
          <Button variant="tertiary" size="S" startIcon={<Plus />} data-rule-focus={block.id}>
            {t('conditions.addCondition')}
          </Button>
        </Popover.Trigger>
        <Popover.Content
          side="bottom"
          align="start"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <LeafPicker
            onPick={(leaf) => {
              setPicking(false);
              add(newRow(leaf));
            }}
          />
        </Popover.Content>
      </Popover.Root>
      <Menu.Root>
        <Menu.Trigger variant="tertiary" size="S" startIcon={<Plus />}>
          {t('conditions.addBlock')}
        </Menu.Trigger>
        <Menu.Content>
          {KINDS.map((kind) => (
            <Menu.Item key={kind} onSelect={() => add(newBlock(kind))}>
              {t(`conditions.block.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Root>
    </Flex>
  );
};

/** Everything that can be asked, by category, found by typing. */
const LeafPicker = ({ onPick }: { onPick: (leaf: Leaf) => void }) => {
  const { catalogue, t, hasScores } = useBuilder();
  const [search, setSearch] = useState('');
  const all = useMemo(() => offersOf({ catalogue, t, hasScores }), [catalogue, t, hasScores]);
  const shown = searchOffers(all, search);
  return (
    <Box padding={2} width="30rem" onKeyDown={moveFocus}>
      <Field.Root name="pick">
        <TextInput
          type="search"
          size="S"
          data-move
          autoComplete="off"
          aria-label={t('conditions.searchConditions')}
          placeholder={t('conditions.searchConditions')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'Enter' && first?.offers[0]) onPick(first.offers[0].leaf);
          }}
        />
      </Field.Root>
      <Box maxHeight="36rem" overflow="auto" paddingTop={2}>
        {shown.map(({ id, label, offers }) => (
          <Box key={id} role="group" aria-label={label} paddingBottom={2}>
            <Typography variant="sigma" textColor="neutral600" tag="h3" paddingLeft={3}>
              {label}
            </Typography>
            {offers.map((offer) => (
              <ListButton key={offer.id} data-move type="button" onClick={() => onPick(offer.leaf)}>
                {offer.label}
              </ListButton>
            ))}
          </Box>
        ))}
        {shown.length === 0 && (
          <Typography textColor="neutral600">{t('search.nothing')}</Typography>
        )}
      </Box>
    </Box>
  );
};
