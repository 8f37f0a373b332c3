import { fireEvent, screen } from '@testing-library/react';
import { undoneWords } from '../../../admin/src/shared/bulk/undone-words';
import { isSameQuery } from '../../../admin/src/shared/views/same-query';
import { parseListState, toViewQuery } from '../../../admin/src/modules/contacts/list/list-state';
import { ShortcutsHelp } from '../../../admin/src/shared/shortcuts-help';
import { tellBulk } from '../../../admin/src/modules/contacts/bulk/tell-bulk';
import { renderInAdmin, t } from './support';

describe('a view', () => {
  const stateOf = (address: string) => parseListState(new URLSearchParams(address));

  it('keeps filters, order, columns and page size, and not the place in the list', () => {
    const state = stateOf('q=ann&state=client&createdFrom=2026-01-31&pageSize=20&cursor=x&view=7');
    expect(toViewQuery(state, ['email', 'city'])).toEqual({
      ...{ q: 'ann', state: 'client', createdFrom: '2026-01-31', pageSize: '20' },
      columns: 'email,city',
    });
  });

  it('is the same again when what was changed is changed back', () => {
    const saved = { state: 'client', columns: 'email' };
    expect(isSameQuery(saved, { columns: 'email', state: 'client' })).toBe(true);
    expect(isSameQuery(saved, { ...saved, q: '' })).toBe(true);
    expect(isSameQuery(saved, { ...saved, q: 'ann' })).toBe(false);
    expect(isSameQuery(saved, { columns: 'email' })).toBe(false);
    expect(isSameQuery({}, saved)).toBe(false);
  });
});

describe('an undo that has ended', () => {
  const words = (result: Record<string, unknown> | null) => undoneWords({ result }, t);

  it('says how many it put back, and what it left and why', () => {
    expect(words({ restored: 3, changed: 0, gone: 0, taken: 0 })).toBe('3 put back.');
    expect(words({ restored: 1, changed: 2, gone: 0, taken: 1 })).toBe(
      '1 put back. 2 were changed since and stay as they are. ' +
        '1 was not restored, because another one has its e-mail address or id by now.'
    );
    expect(words(null)).toBe('Nothing was put back.');
  });
});

describe('a bulk change in the list of them', () => {
  const tell = (action: keyof typeof tellBulk, value: unknown, label: string | null = null) =>
    tellBulk[action](t, { value, label });

  it('is told in words', () => {
    expect(tell('state', 'client')).toBe('State: Client');
    expect(tell('status', 'vip', 'VIP')).toBe('Status: VIP');
    expect(tell('owner', null)).toBe('No owner');
    expect(tell('delete', null)).toBe('Deleted');
  });
});

it('the list of shortcuts holds the pages’ own', () => {
  const pages = [{ keys: 'g c', label: 'shortcuts.contacts' as const }];
  const onClose = jest.fn();
  renderInAdmin(<ShortcutsHelp pages={pages} onClose={onClose} />);
  expect(screen.getByText('Go to contacts')).toBeInTheDocument();
  for (const keys of ['/', 'j', 'k', 'Enter', 'x', 'e', 'Ctrl', '?']) {
    expect(screen.getByText(keys)).toBeInTheDocument();
  }
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalled();
});
