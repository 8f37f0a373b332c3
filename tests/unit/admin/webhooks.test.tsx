import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { HeaderRows } from '../../../admin/src/modules/webhooks/header-rows';
import { toDraft, toForm, type HeaderRow } from '../../../admin/src/modules/webhooks/webhook-draft';
import { stateOf } from '../../../admin/src/modules/webhooks/webhook-state';
import type { WebhookView } from '../../../server/src/modules/webhooks/contract';
import { renderInAdmin } from './support';

jest.mock('@strapi/strapi/admin', () => ({ getFetchClient: jest.fn() }));

const webhook: WebhookView = {
  id: '1',
  name: 'Shop',
  url: 'https://shop.example/hook',
  events: ['contact.created'],
  enabled: true,
  headers: ['authorization'],
  failingSince: null,
  switchedOff: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};

describe("a webhook's form", () => {
  it('starts empty and switched on', () => {
    expect(toDraft(toForm(null))).toEqual({
      name: '',
      url: '',
      events: [],
      enabled: true,
      headers: {},
    });
  });

  it('keeps the stored value of a header until another is typed', () => {
    const form = toForm(webhook);
    expect(toDraft(form).headers).toEqual({ authorization: null });
    const typed = form.headers.map((row) => ({ ...row, value: 'Bearer two' }));
    expect(toDraft({ ...form, headers: typed }).headers).toEqual({ authorization: 'Bearer two' });
  });

  it('sends a new header even when it is empty, and none without a name', () => {
    const headers = [
      { name: ' X-Flag ', value: '', isStored: false },
      { name: ' ', value: 'lost', isStored: false },
    ];
    expect(toDraft({ ...toForm(webhook), headers }).headers).toEqual({ 'X-Flag': '' });
  });
});

describe('the headers of a webhook', () => {
  const Editor = ({ stored }: { stored: HeaderRow[] }) => {
    const [rows, setRows] = useState(stored);
    return (
      <>
        <HeaderRows rows={rows} problem={undefined} onChange={setRows} />
        <output data-testid="rows">
          {JSON.stringify(rows.map(({ name, value }) => [name, value]))}
        </output>
      </>
    );
  };

  it('are added, typed and removed, without showing what is stored', () => {
    renderInAdmin(<Editor stored={toForm(webhook).headers} />);
    expect(screen.getByLabelText<HTMLInputElement>('Value').value).toBe('');
    expect(screen.getByLabelText('Header')).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Add header' }));
    const [, name] = screen.getAllByLabelText('Header');
    if (!name) throw new Error('There is no second header');
    fireEvent.change(name, { target: { value: 'X-Key' } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove header authorization' }));
    expect(screen.getByTestId('rows').textContent).toBe('[["X-Key",""]]');
  });
});

describe('how a webhook does', () => {
  it.each([
    [{}, 'common.on'],
    [{ enabled: false }, 'common.off'],
    [{ failingSince: '2026-01-01T00:00:00.000Z' }, 'webhooks.state.failing'],
    [{ enabled: false, switchedOff: 'failing' as const }, 'webhooks.state.givenUp'],
    [{ enabled: false, switchedOff: 'gone' as const }, 'webhooks.state.gone'],
  ])('is told of %j', (change, label) => {
    expect(stateOf({ ...webhook, ...change }).label).toBe(label);
  });
});
