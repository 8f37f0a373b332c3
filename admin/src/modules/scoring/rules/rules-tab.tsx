import { useRef, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { ScoreView } from '../../../../../server/src/modules/scoring/contract';
import { EmptyList } from '../../../shared/list/empty-list';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useSaveScore } from '../use-save-score';
import { newRule, toRules, type RuleDraft } from './rule-draft';
import { RuleDialog } from './rule-dialog';
import { RuleRow } from './rule-row';

/** Every change is saved at once, and can be taken back from its notice. */
export const RulesTab = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const canWrite = useCan('scores.write');
  const addButton = useRef<HTMLButtonElement>(null);
  const { rules } = score;
  const { save, problems, isPending } = useSaveScore(score);
  const [edited, setEdited] = useState<{ at: number; draft: RuleDraft } | null>(null);
  const change = (next: unknown[], message: string) =>
    save({ data: { rules: next }, message, undo: { rules } });
  const finish = async (draft: RuleDraft) => {
    if (!edited) return;
    const next = toRules(rules, edited.at, draft);
    if (await change(next, t('scores.ruleSaved', { name: draft.name }))) setEdited(null);
  };
  const fresh = { at: rules.length, draft: newRule() };
  const add = canWrite && (
    <Button ref={addButton} size="S" startIcon={<Plus />} onClick={() => setEdited(fresh)}>
      {t('scores.addRule')}
    </Button>
  );
  return (
    <>
      {rules.length === 0 ? (
        <EmptyList title={t('scores.noRules')} hint={t('scores.noRulesHint')}>
          {add}
        </EmptyList>
      ) : (
        <Panel title={t('scores.rules')} actions={add}>
          <Flex tag="ul" direction="column" alignItems="stretch">
            {rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                {...{ rule, at, rules, canWrite, isBusy: isPending }}
                onEdit={() => setEdited({ at, draft: rule })}
                onChange={(next, message) => {
                  // The buttons of a deleted row take the focus with them.
                  if (next.length < rules.length) addButton.current?.focus();
                  void change(next, message);
                }}
              />
            ))}
          </Flex>
        </Panel>
      )}
      {edited && (
        <RuleDialog
          initial={edited.draft}
          isNew={edited.at === rules.length}
          isBusy={isPending}
          problems={problems}
          at={edited.at}
          onClose={() => setEdited(null)}
          onSave={(draft) => void finish(draft)}
        />
      )}
    </>
  );
};
