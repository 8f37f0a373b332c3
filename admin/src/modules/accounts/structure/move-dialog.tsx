import { useState } from 'react';
import { Flex, Radio } from '@strapi/design-system';
import type { AccountNode } from '../../../../../server/src/modules/accounts/contract';
import { FormDialog } from '../../../shared/form-dialog';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findAccounts } from '../api';
import { useMove } from './use-move';

interface MoveDialogProps {
  account: AccountNode;
  onClose: () => void;
}

/** What dragging does, for the keyboard and for trees longer than the window. */
export const MoveDialog = ({ account, onClose }: MoveDialogProps) => {
  const t = useTranslate();
  const move = useMove();
  const [goes, setGoes] = useState<'below' | 'top'>('below');
  const [parent, setParent] = useState<SearchOption | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const { documentId, name } = account;
  const submit = async () => {
    if (goes === 'below' && !parent) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const target = goes === 'below' && parent ? parent.documentId : null;
    const isMoved = await move({ documentId, name, parent: target });
    setBusy(false);
    if (isMoved) onClose();
  };
  return (
    <FormDialog
      title={t('structure.moveTitle', { name })}
      submitLabel={t('structure.moveHere')}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Radio.Group
          aria-label={t('structure.moveTitle', { name })}
          value={goes}
          onValueChange={(value: string) => setGoes(value === 'top' ? 'top' : 'below')}
        >
          <Radio.Item value="below">{t('structure.newParent')}</Radio.Item>
          <Radio.Item value="top">{t('structure.top')}</Radio.Item>
        </Radio.Group>
        {goes === 'below' && (
          <SearchChoice
            label={t('structure.newParent')}
            kind="accounts"
            find={findAccounts}
            without={[documentId]}
            chosen={parent}
            onChoose={setParent}
            error={isMissing && !parent ? t('memberships.choose') : undefined}
          />
        )}
      </Flex>
    </FormDialog>
  );
};
