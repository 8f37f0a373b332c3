import { useCallback } from 'react';
import { useBuilder } from '../editors/builder-context';
import { describeLeaf } from '../leaves/describe';
import { isBlock, type RuleDraft } from '../tree/draft';

/** What a row goes by in labels and announcements. */
export const useSayRule = (): ((rule: RuleDraft) => string) => {
  const context = useBuilder();
  return useCallback(
    (rule) =>
      isBlock(rule)
        ? context.t('conditions.blockNamed', {
            kind: context.t(`conditions.block.${rule.kind}`),
            count: rule.rules.length,
          })
        : describeLeaf(rule.leaf, context).join(', '),
    [context]
  );
};
