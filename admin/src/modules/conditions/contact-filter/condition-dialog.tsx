import { useState } from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { ConditionWorkspace } from '../../../shared/conditions/condition-workspace';
import { useTranslate } from '../../../shared/translate';
import { isTooLong } from './filter-value';

interface ConditionDialogProps {
  condition: Condition | null;
  onApply: (condition: Condition) => void;
  onClose: () => void;
}

/** The builder over the list: what it makes narrows the list once it is applied. */
const ConditionDialog = ({ condition, onApply, onClose }: ConditionDialogProps) => {
  const t = useTranslate();
  const [draft, setDraft] = useState(condition);
  const isLong = draft !== null && isTooLong(draft);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Wide>
        <Modal.Header>
          <Modal.Title>{t('conditions.filterTitle')}</Modal.Title>
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
          <Flex gap={3}>
            {isLong && (
              <Typography textColor="danger600">{t('conditions.filterTooLong')}</Typography>
            )}
            <Button disabled={!draft || isLong} onClick={() => draft && onApply(draft)}>
              {t('conditions.apply')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Wide>
    </Modal.Root>
  );
};

const Wide = styled(Modal.Content)`
  max-width: min(110rem, 95vw);
`;

export default ConditionDialog;
