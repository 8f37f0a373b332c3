import { useState } from 'react';
import { Box, Button, Modal } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { ConditionWorkspace } from '../../../shared/conditions/condition-workspace';
import { useTranslate } from '../../../shared/translate';

interface ConditionDialogProps {
  condition: Condition | null;
  onApply: (condition: Condition) => void;
  onClose: () => void;
}

/** The builder over the edit view. */
const ConditionDialog = ({ condition, onApply, onClose }: ConditionDialogProps) => {
  const t = useTranslate();
  const [draft, setDraft] = useState(condition);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Wide>
        <Modal.Header>
          <Modal.Title>{t('audience.condition')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box padding={1}>
            <ConditionWorkspace value={condition} onChange={setDraft} />
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
          <Button disabled={!draft} onClick={() => draft && onApply(draft)}>
            {t('audience.useCondition')}
          </Button>
        </Modal.Footer>
      </Wide>
    </Modal.Root>
  );
};

const Wide = styled(Modal.Content)`
  max-width: min(110rem, 95vw);
`;

export default ConditionDialog;
