import { toCondition, isBlock, type BlockKind, type RuleDraft } from '../tree/draft';
import { change, dissolve, duplicate, findPlace, move, remove, wrap } from '../tree/edit-tree';
import { placeAfter, type Step } from '../tree/steps';
import { useBuilder } from '../editors/builder-context';
import { useCopy } from '../../use-copy';
import { useTree } from './tree-context';
import { useSayRule } from './use-say-rule';

/** What can be done with one row or block. */
export const useRowActions = (rule: RuleDraft) => {
  const { t } = useBuilder();
  const tree = useTree();
  const { copy } = useCopy();
  const say = useSayRule();
  const { root, edit, announce, focus } = tree;
  const { id } = rule;
  const name = say(rule);
  const flip = (property: 'disabled' | 'negated') =>
    edit(
      change(root, id, (one) =>
        property === 'disabled'
          ? { ...one, disabled: !one.disabled }
          : isBlock(one)
            ? one
            : { ...one, negated: !one.negated }
      )
    );
  return {
    name,
    isRoot: root.id === id,
    canStep: (step: Step) => placeAfter(root, id, step) !== null,
    step: (step: Step) => {
      const to = placeAfter(root, id, step);
      if (!to) {
        announce(t('conditions.cannotMove', { name }));
        return;
      }
      const next = move(root, id, to);
      edit(next);
      announce(tellPlace(next, id, name, t));
      focus(id);
    },
    toggleDisabled: () => flip('disabled'),
    toggleNegated: () => flip('negated'),
    duplicate: () => edit(duplicate(root, id)),
    wrap: (kind: BlockKind) => edit(wrap(root, id, kind)),
    dissolve: () => edit(dissolve(root, id)),
    remove: () => {
      const place = findPlace(root, id);
      edit(remove(root, id));
      announce(t('conditions.removed', { name }));
      const neighbour =
        place?.parent.rules[place.index + 1] ?? place?.parent.rules[place.index - 1];
      focus(neighbour?.id ?? place?.parent.id ?? root.id);
    },
    copy: () => copy(JSON.stringify(toCondition(rule), null, 2)),
    paste: () => tree.paste(id),
  };
};

export const tellPlace = (
  root: Parameters<typeof findPlace>[0],
  id: string,
  name: string,
  t: ReturnType<typeof useBuilder>['t']
): string => {
  const place = findPlace(root, id);
  if (!place) return '';
  return t('conditions.movedTo', {
    name,
    place: place.index + 1,
    count: place.parent.rules.length,
    block: t(`conditions.block.${place.parent.kind}`),
  });
};
