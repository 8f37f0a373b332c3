/** The bar's buttons that put contacts in a group and take them out of it. */
import { useState } from 'react';
import { Box, Button, Popover } from '@strapi/design-system';
import type { BulkControlProps } from '../../../shared/bulk/bulk-action-view';
import { SearchChoice } from '../../../shared/search-choice';
import { useTranslate, type TranslationId } from '../../../shared/translate';
import { findGroups } from '../api';

const groupChoice = (label: TranslationId) => {
  const GroupChoice = ({ onPick, isBusy }: BulkControlProps) => {
    const t = useTranslate();
    const [isOpen, setOpen] = useState(false);
    return (
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger>
          <Button variant="tertiary" disabled={isBusy}>
            {t(label)}
          </Button>
        </Popover.Trigger>
        <Popover.Content side="top" align="end" aria-label={t(label)}>
          <Box padding={4} width="28rem">
            <SearchChoice
              label={t('groups.findGroups')}
              kind="groups"
              find={findGroups}
              chosen={null}
              onChoose={(group) => {
                setOpen(false);
                if (group) onPick(group.documentId);
              }}
            />
          </Box>
        </Popover.Content>
      </Popover.Root>
    );
  };
  return GroupChoice;
};

export const AddToGroup = groupChoice('bulk.addToGroup');
export const RemoveFromGroup = groupChoice('bulk.removeFromGroup');
