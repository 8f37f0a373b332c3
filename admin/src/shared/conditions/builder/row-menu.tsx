import type { ReactNode } from 'react';
import { IconButton, Menu, Typography } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useBuilder } from '../editors/builder-context';
import { isBlock, type RuleDraft } from '../tree/draft';
import { STEPS, type Step } from '../tree/steps';
import { useRowActions } from './use-row-actions';

const STEP_KEYS: Record<Step, string> = {
  up: 'Alt+↑',
  down: 'Alt+↓',
  in: 'Alt+→',
  out: 'Alt+←',
};

export const RowMenu = ({ rule }: { rule: RuleDraft }) => {
  const { t } = useBuilder();
  const actions = useRowActions(rule);
  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        variant="ghost"
        size="S"
        endIcon={null}
        label={t('conditions.actionsOf', { name: actions.name })}
      />
      <Menu.Content maxHeight="48rem" popoverPlacement="bottom-end">
        {STEPS.filter(actions.canStep).map((step) => (
          <Item key={step} keys={STEP_KEYS[step]} onSelect={() => actions.step(step)}>
            {t(`conditions.step.${step}`)}
          </Item>
        ))}
        <Item keys="Ctrl+D" onSelect={actions.duplicate}>
          {t('conditions.duplicate')}
        </Item>
        {!isBlock(rule) && (
          <Item onSelect={actions.toggleNegated}>
            {t(rule.negated ? 'conditions.unnegate' : 'conditions.negate')}
          </Item>
        )}
        <Item onSelect={actions.toggleDisabled}>
          {t(rule.disabled ? 'conditions.switchOn' : 'conditions.switchOff')}
        </Item>
        {(['all', 'any', 'none'] as const).map((kind) => (
          <Item key={kind} onSelect={() => actions.wrap(kind)}>
            {t('conditions.wrap', { block: t(`conditions.block.${kind}`) })}
          </Item>
        ))}
        {isBlock(rule) && <Item onSelect={actions.dissolve}>{t('conditions.dissolve')}</Item>}
        <Item onSelect={actions.copy}>{t('conditions.copyJson')}</Item>
        <Item onSelect={actions.paste}>{t('conditions.pasteJson')}</Item>
        <Item keys="Del" onSelect={actions.remove} isDangerous>
          {t('common.delete')}
        </Item>
      </Menu.Content>
    </Menu.Root>
  );
};

interface ItemProps {
  keys?: string;
  onSelect: () => void;
  isDangerous?: boolean;
  children: ReactNode;
}

const Item = ({ keys, onSelect, isDangerous = false, children }: ItemProps) => (
  <Menu.Item
    onSelect={onSelect}
    variant={isDangerous ? 'danger' : 'default'}
    endIcon={
      keys ? (
        <Typography variant="pi" textColor="neutral600" aria-hidden>
          {keys}
        </Typography>
      ) : undefined
    }
  >
    {children}
  </Menu.Item>
);
