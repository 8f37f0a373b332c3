import { useRef, type Ref, type SyntheticEvent } from 'react';
import { Box, Button, Flex, Popover, Tag, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import { useCan } from '../../../shared/permissions';
import { SearchChoice } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';
import { findPageGroups, useGroupTitles } from '../api';
import type { PartProps } from './part-props';

/** Several groups, by their titles. */
export const GroupChoices = ({ audience, disabled, onChange }: PartProps) => {
  const t = useTranslate();
  const may = useCan('groups.read');
  const { groups = [] } = audience;
  const titleOf = useGroupTitles(groups, may);
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (code: string) => {
    onChange({ groups: groups.filter((one) => one !== code) });
    addButton.current?.focus();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        {t('audience.groups')}
      </Typography>
      {groups.length > 0 && (
        <Flex
          gap={2}
          wrap="wrap"
          role="list"
          aria-label={t('audience.groups')}
          maxHeight="20rem"
          overflow="auto"
        >
          {groups.map((code) => (
            <div role="listitem" key={code}>
              <Tag
                icon={<Cross aria-hidden />}
                label={t('audience.removeGroup', { group: titleOf(code) })}
                disabled={disabled}
                onClick={() => remove(code)}
              >
                <Name title={titleOf(code)}>{titleOf(code)}</Name>
              </Tag>
            </div>
          ))}
        </Flex>
      )}
      {!disabled && may && (
        <AddGroup
          buttonRef={addButton}
          groups={groups}
          onAdd={(code) => onChange({ groups: [...groups, code] })}
        />
      )}
      {!may && <Typography textColor="neutral600">{t('audience.noGroupsRight')}</Typography>}
    </Flex>
  );
};

interface AddGroupProps {
  buttonRef: Ref<HTMLButtonElement>;
  groups: string[];
  onAdd: (code: string) => void;
}

/** Stays open: one after the other. */
const AddGroup = ({ buttonRef, groups, onAdd }: AddGroupProps) => {
  const t = useTranslate();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button ref={buttonRef} type="button" variant="tertiary" startIcon={<Plus />}>
          {t('audience.addGroup')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start" aria-label={t('audience.addGroup')}>
        <Box padding={3} width="40rem" maxWidth="90vw" onSubmit={stay}>
          <SearchChoice
            label={t('audience.findGroup')}
            kind="page-groups"
            find={findPageGroups}
            without={groups}
            nothing={t('audience.noGroups')}
            chosen={null}
            onChoose={(group) => group && onAdd(group.documentId)}
          />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};

/** For React, the popover is a part of the edit view's form: what is sent in there stays in there. */
const stay = (event: SyntheticEvent) => event.stopPropagation();

const Name = styled.span`
  display: block;
  max-width: 28rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;
