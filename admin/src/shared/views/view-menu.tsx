import { useState } from 'react';
import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { ChevronDown } from '@strapi/icons';
import type { SavedView, ViewChange } from '../../../../server/src/platform/views/contract';
import { ConfirmDelete } from '../confirm-delete';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useChangeView, useDeleteView } from './api';
import { ViewDialog } from './view-dialog';
import type { ViewTabsProps } from './view-tabs-props';

interface ViewMenuProps extends Pick<ViewTabsProps, 'current' | 'onOpen'> {
  view: SavedView;
  isChanged: boolean;
}

/** What can be done with the view that is open. */
export const ViewMenu = ({ view, current, isChanged, onOpen }: ViewMenuProps) => {
  const t = useTranslate();
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const { change, remove, isBusy } = useViewChanges(view);
  const close = () => setDialog(null);
  if (!view.canChange && !isChanged) return null;
  return (
    <>
      <SimpleMenu
        tag={IconButton}
        icon={<ChevronDown />}
        label={t('views.actions', { name: view.name })}
        variant="ghost"
      >
        {isChanged && view.canChange && (
          <MenuItem onSelect={() => change({ query: current })}>{t('views.saveChanges')}</MenuItem>
        )}
        {isChanged && <MenuItem onSelect={() => onOpen(view)}>{t('views.discard')}</MenuItem>}
        {view.canChange && (
          <MenuItem onSelect={() => setDialog('edit')}>{t('views.edit')}</MenuItem>
        )}
        {view.canChange && (
          <MenuItem variant="danger" onSelect={() => setDialog('delete')}>
            {t('common.delete')}
          </MenuItem>
        )}
      </SimpleMenu>
      {dialog === 'edit' && (
        <ViewDialog
          title={t('views.edit')}
          initial={view}
          isBusy={isBusy}
          onClose={close}
          onSave={({ name, shared }) => change({ name, shared }, close)}
        />
      )}
      <ConfirmDelete
        isOpen={dialog === 'delete'}
        title={t('views.deleteTitle')}
        sentence={t('views.deleteConfirm', { name: view.name })}
        onClose={close}
        onConfirm={() => remove(() => onOpen(null))}
      />
    </>
  );
};

const useViewChanges = ({ id, kind, name }: SavedView) => {
  const t = useTranslate();
  const notify = useNotify();
  const changing = useChangeView(kind);
  const deleting = useDeleteView(kind);
  const refuse = (error: unknown) =>
    notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
  return {
    isBusy: changing.isPending,
    change: (change: ViewChange, onDone?: () => void) =>
      changing.mutate(
        { id, ...change },
        {
          onSuccess: ({ data }) => {
            notify({ type: 'success', message: t('views.saved', { name: data.name }) });
            onDone?.();
          },
          onError: refuse,
        }
      ),
    remove: async (onDone: () => void) => {
      try {
        await deleting.mutateAsync(id);
        notify({ type: 'success', message: t('views.deleted', { name }) });
        onDone();
      } catch (error) {
        refuse(error);
      }
    },
  };
};
