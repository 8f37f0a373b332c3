import { useState } from 'react';
import { Box, Flex, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useCreateView, useViews } from './api';
import { isSameQuery } from './same-query';
import { ViewDialog, type ViewSettings } from './view-dialog';
import { ViewMenu } from './view-menu';
import type { ViewTabsProps } from './view-tabs-props';

/** "All", the saved views, and the button that saves the list as it is now. */
export const ViewTabs = ({ kind, current, activeId, onOpen }: ViewTabsProps) => {
  const t = useTranslate();
  const { data: views = [] } = useViews(kind);
  const active = views.find(({ id }) => id === activeId);
  const isChanged = active !== undefined && !isSameQuery(active.query, current);
  return (
    <Flex gap={1} wrap="wrap" paddingBottom={3}>
      <Box tag="nav" aria-label={t('views.label')} minWidth={0}>
        <Flex tag="ul" gap={1} wrap="wrap">
          <li>
            <Tab type="button" aria-current={!active} onClick={() => onOpen(null)}>
              {t('views.all')}
            </Tab>
          </li>
          {views.map((view) => (
            <li key={view.id}>
              <Tab
                type="button"
                title={view.name}
                aria-current={view.id === active?.id}
                onClick={() => onOpen(view)}
              >
                {view.name}
              </Tab>
              {view.id === active?.id && isChanged && (
                <Changed title={t('views.changed')} aria-label={t('views.changed')} role="img" />
              )}
            </li>
          ))}
        </Flex>
      </Box>
      {active && <ViewMenu key={active.id} view={active} {...{ current, isChanged, onOpen }} />}
      <SaveView {...{ kind, current, onOpen }} />
    </Flex>
  );
};

const SaveView = ({ kind, current, onOpen }: Omit<ViewTabsProps, 'activeId'>) => {
  const t = useTranslate();
  const notify = useNotify();
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending } = useCreateView(kind);
  const save = (settings: ViewSettings) =>
    mutate(
      { ...settings, query: current },
      {
        onSuccess: ({ data }) => {
          setOpen(false);
          onOpen(data);
          notify({ type: 'success', message: t('views.saved', { name: data.name }) });
        },
        onError: (error) =>
          notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') }),
      }
    );
  return (
    <>
      <Box paddingLeft={2}>
        <TextButton startIcon={<Plus />} onClick={() => setOpen(true)}>
          {t('views.save')}
        </TextButton>
      </Box>
      {isOpen && (
        <ViewDialog
          title={t('views.save')}
          initial={{ name: '', shared: false }}
          isBusy={isPending}
          onClose={() => setOpen(false)}
          onSave={save}
        />
      )}
    </>
  );
};

const Tab = styled.button`
  max-width: 24rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  line-height: 1.43;
  vertical-align: middle;
  cursor: pointer;

  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
  &[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary200};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }
`;

const Changed = styled.span`
  display: inline-block;
  width: 0.8rem;
  height: 0.8rem;
  margin-inline-start: ${({ theme }) => theme.spaces[1]};
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.warning600};
`;
