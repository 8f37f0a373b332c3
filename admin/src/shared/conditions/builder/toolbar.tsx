import { Button, Flex, IconButton } from '@strapi/design-system';
import { ArrowClockwise, Code } from '@strapi/icons';
import { useBuilder } from '../editors/builder-context';
import type { Edits } from './use-condition-edits';

interface ToolbarProps {
  edits: Edits;
  onJson: () => void;
}

export const Toolbar = ({ edits, onJson }: ToolbarProps) => {
  const { t } = useBuilder();
  return (
    <Flex gap={1} shrink={0} role="toolbar" aria-label={t('conditions.tools')}>
      <IconButton
        variant="ghost"
        label={t('conditions.undo')}
        disabled={!edits.canUndo}
        onClick={edits.undo}
      >
        <ArrowClockwise style={{ transform: 'scaleX(-1)' }} />
      </IconButton>
      <IconButton
        variant="ghost"
        label={t('conditions.redo')}
        disabled={!edits.canRedo}
        onClick={edits.redo}
      >
        <ArrowClockwise />
      </IconButton>
      <Button variant="ghost" size="S" startIcon={<Code />} onClick={onJson}>
        {t('conditions.json')}
      </Button>
    </Flex>
  );
};
