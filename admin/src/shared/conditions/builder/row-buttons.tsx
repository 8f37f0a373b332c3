import { Flex, IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useBuilder } from '../editors/builder-context';
import type { RuleDraft } from '../tree/draft';
import { DragHandle } from './drag-handle';
import { RowMenu } from './row-menu';
import { useRowActions } from './use-row-actions';

/** At the end of a row: its handle, everything else that can be done with it, and away with it. */
export const RowButtons = ({ rule }: { rule: RuleDraft }) => {
  const { t, isDisabled } = useBuilder();
  const actions = useRowActions(rule);
  if (isDisabled) return null;
  return (
    <Flex shrink={0}>
      <DragHandle rule={rule} />
      <RowMenu rule={rule} />
      <IconButton
        variant="ghost"
        size="S"
        withTooltip={false}
        label={t('conditions.removeNamed', { name: actions.name })}
        onClick={actions.remove}
      >
        <Cross />
      </IconButton>
    </Flex>
  );
};
