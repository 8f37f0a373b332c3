/** Where the focus is after a dialog, for whoever works without a mouse. */
import { useState } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ConfirmDelete } from '../../../admin/src/shared/confirm-delete';
import { FormDialog } from '../../../admin/src/shared/form-dialog';
import { renderInAdmin } from './support';

const Opened = ({ kind }: { kind: 'form' | 'confirm' }) => {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>open</button>
      <button>another</button>
      {kind === 'form' && isOpen && (
        <FormDialog title="T" submitLabel="S" isBusy={false} onClose={close} onSubmit={close}>
          <input aria-label="field" />
        </FormDialog>
      )}
      {kind === 'confirm' && (
        <ConfirmDelete isOpen={isOpen} title="T" sentence="S" onClose={close} onConfirm={close} />
      )}
    </>
  );
};

it.each(['form', 'confirm'] as const)('is where it was before: %s', async (kind) => {
  renderInAdmin(<Opened kind={kind} />);
  const open = screen.getByText('open');
  open.focus();
  fireEvent.click(open);
  const cancel = await screen.findByText('Cancel');
  await waitFor(() => expect(open).not.toBe(document.activeElement));
  fireEvent.click(cancel);
  await waitFor(() => expect(document.activeElement).toBe(open));
});
