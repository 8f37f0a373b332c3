import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Box, VisuallyHidden } from '@strapi/design-system';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { useBuilder } from '../editors/builder-context';
import { isBlock, toCondition, toDraft, toRule } from '../tree/draft';
import { findPlace, insert } from '../tree/edit-tree';
import { BlockView } from './block-view';
import { DragArea } from './drag-area';
import { JsonDialog } from './json-dialog';
import { Toolbar } from './toolbar';
import { TreeProvider } from './tree-context';
import type { Edits } from './use-condition-edits';

type Asked = { what: 'whole' } | { what: 'after'; id: string };

export const BuilderTree = ({ edits }: { edits: Edits }) => {
  const { t, isDisabled } = useBuilder();
  const { root, edit, problems } = edits;
  const [open, setOpen] = useState<string | null>(null);
  const [said, announce] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { container, focus } = useFocusAfter();
  const paste = (condition: Condition) => {
    const place = asked?.what === 'after' ? findPlace(root, asked.id) : null;
    if (place) {
      edit(insert(root, { block: place.parent.id, index: place.index + 1 }, toRule(condition)));
    } else edit(toDraft(condition));
    setAsked(null);
  };
  return (
    <TreeProvider
      value={{
        ...{ root, edit, open, setOpen, problems, announce, focus },
        paste: (id) => setAsked({ what: 'after', id }),
      }}
    >
      <Box ref={container} onKeyDown={(event: KeyboardEvent) => goBackAndForth(event, edits)}>
        <DragArea>
          <BlockView
            block={root}
            tools={
              !isDisabled && <Toolbar edits={edits} onJson={() => setAsked({ what: 'whole' })} />
            }
          />
        </DragArea>
        <VisuallyHidden role="status" aria-live="polite">
          {said}
        </VisuallyHidden>
      </Box>
      {asked && (
        <JsonDialog
          title={t(asked.what === 'whole' ? 'conditions.jsonWhole' : 'conditions.jsonAfter')}
          start={asked.what === 'whole' && hasRules(root) ? toCondition(root) : null}
          onApply={paste}
          onClose={() => setAsked(null)}
        />
      )}
    </TreeProvider>
  );
};

const hasRules = (root: Edits['root']) => isBlock(root) && root.rules.length > 0;

const goBackAndForth = (event: KeyboardEvent, { undo, redo }: Edits): void => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
  if (key !== 'z' && !isRedo) return;
  event.preventDefault();
  if (isRedo) redo();
  else undo();
};

/** Rows that went elsewhere are drawn anew there: the focus follows them. */
const useFocusAfter = () => {
  const container = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    container.current
      ?.querySelector<HTMLElement>(`[data-rule-focus="${wanted.id}"]`)
      ?.focus({ preventScroll: false });
  }, [wanted]);
  return { container, focus: (id: string) => setWanted({ id }) };
};
