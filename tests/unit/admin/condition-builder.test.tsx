/** The builder of conditions, with a server that answers what it is asked. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type {
  Condition,
  ConditionCatalogue,
  ConditionPreview,
} from '../../../server/src/modules/conditions/contract';
import {
  ConditionBuilder,
  type ConditionBuilderProps,
} from '../../../admin/src/shared/conditions/builder/condition-builder';
import { ConditionPreviewPanel } from '../../../admin/src/shared/conditions/preview/condition-preview-panel';
import { renderInAdmin } from './support';

const catalogue: ConditionCatalogue = {
  fields: [
    { name: 'city', label: 'City', valueType: 'text', indexed: true },
    {
      ...{ name: 'state', label: 'State', valueType: 'choice', indexed: true },
      options: [
        { value: 'client', label: 'client' },
        { value: 'partner', label: 'partner' },
      ],
    },
    { name: 'score', label: 'Score', valueType: 'number', indexed: true },
  ],
  accountFields: [{ name: 'industry', label: 'Industry', valueType: 'text', indexed: true }],
  activityFields: [{ name: 'url', label: 'Address', valueType: 'text', indexed: true }],
  activityTypes: [
    { name: 'purchase', displayName: 'Purchase' },
    { name: 'webinar', displayName: 'Webinar' },
  ],
  contentTypes: [{ uid: 'api::article.article', displayName: 'Article', fields: [] }],
  purposes: ['tracking'],
  timeZone: 'Europe/Prague',
  registered: [
    {
      ...{ type: 'shop.basket', label: 'Has a basket', category: 'Shop' },
      fields: [{ name: 'worth', label: 'Worth', valueType: 'number', indexed: true }],
    },
  ],
};

const preview: ConditionPreview = {
  count: 1_204,
  exact: true,
  sample: [{ documentId: 'a', displayName: 'Ann Novak', email: null }],
  text: '',
  warnings: [],
};

const mockGet = jest.fn();
const mockPost = jest.fn();

jest.mock('@strapi/strapi/admin', () => ({
  getFetchClient: () => ({ get: mockGet, post: mockPost }),
  useAuth: (_name: string, pick: (auth: object) => unknown) => pick({ permissions: [] }),
  Page: { NoPermissions: () => null },
}));

beforeEach(() => {
  mockPost.mockReset().mockResolvedValue({ data: { data: preview } });
  mockGet.mockReset().mockImplementation(async (url: string) => ({
    data: { data: url.includes('/conditions/catalogue') ? catalogue : [] },
  }));
});

const seen: (Condition | null)[] = [];

const Held = (props: Partial<ConditionBuilderProps>) => {
  const [held, hold] = useState<Condition | null>(props.value ?? null);
  return (
    <>
      <ConditionBuilder
        value={null}
        {...props}
        onChange={(condition) => {
          seen.push(condition);
          hold(condition);
        }}
      />
      <output data-testid="held">{JSON.stringify(held)}</output>
    </>
  );
};

const withQueries = (ui: React.ReactNode) => (
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    {ui}
  </QueryClientProvider>
);

const show = async (props: Partial<ConditionBuilderProps> = {}) => {
  renderInAdmin(withQueries(<Held {...props} />));
  await screen.findByRole('button', { name: 'Condition' });
};
const held = () => JSON.parse(screen.getByTestId('held').textContent || 'null') as unknown;

const bought = (count: number): Condition => ({
  ...{ type: 'activity', activity: 'purchase', operator: 'atLeast', count },
  window: { last: 30, unit: 'days' },
});
const living = (city: string): Condition => ({
  ...{ type: 'attribute', field: 'city', operator: 'eq', value: city },
});

const pick = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'Condition' }));
  await userEvent.type(screen.getByLabelText('Search conditions'), name);
  await userEvent.click(await screen.findByRole('button', { name }));
};

describe('a row', () => {
  it('reads as a sentence, and shows its inputs once it is opened', async () => {
    await show({ value: bought(2) });
    const sentence = screen.getByRole('button', { name: /^Purchase/ });
    expect(sentence).toHaveTextContent('Purchase · at least 2 times · in the last 30 days');
    expect(screen.queryByLabelText('Number')).toBeNull();
    await userEvent.click(sentence);
    expect(screen.getByLabelText('Number')).toHaveValue('2');
  });

  it('is found by typing, and nothing is offered for saving before it is complete', async () => {
    await show();
    await pick('City');
    expect(held()).toBeNull();
    expect(screen.getByText('Give it a value.')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Value'), { target: { value: 'Brno' } });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno')] });
    expect(screen.queryByText('Give it a value.')).toBeNull();
  });

  it('of a site’s own kind has the form that the site describes', async () => {
    await show();
    await pick('Has a basket');
    expect(held()).toBeNull();
    const worth = screen.getByLabelText('Value');
    await userEvent.type(worth, '5');
    fireEvent.blur(worth);
    expect(held()).toEqual({ type: 'all', rules: [{ type: 'shop.basket', worth: 5 }] });
  });

  it('says what the server does not take of it, where it is', async () => {
    await show({
      value: { type: 'all', rules: [bought(1), living('Brno')] },
      problems: [{ path: ['condition', 'rules', '1', 'value'], message: 'No such city' }],
    });
    const rows = screen.getAllByRole('listitem');
    expect(rows[0]).not.toHaveTextContent('No such city');
    expect(rows[1]).toHaveTextContent('No such city');
  });

  it('says that its field is gone', async () => {
    const gone: Condition = { ...{ type: 'attribute', field: 'shoe', operator: 'eq', value: 'x' } };
    await show({ value: gone });
    expect(
      screen.getByText('This field no longer exists. Choose another one.')
    ).toBeInTheDocument();
  });

  it('moves, doubles, switches off and goes by keys alone', async () => {
    await show({ value: { type: 'all', rules: [bought(1), living('Brno')] } });
    const handle = screen.getByRole('button', { name: /^Move .*City/ });
    handle.focus();
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno'), bought(1)] });
    expect(screen.getByText('City is Brno: 1 of 2 in All of')).toBeInTheDocument();
    const sentence = screen.getByRole('button', { name: 'City is Brno' });
    fireEvent.keyDown(sentence, { key: 'd', ctrlKey: true });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno'), living('Brno'), bought(1)] });
    fireEvent.keyDown(sentence, { key: 'Delete' });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno'), bought(1)] });
    const add = screen.getByRole('button', { name: 'Condition' });
    fireEvent.keyDown(add, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(add, { key: 'z', ctrlKey: true });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno'), bought(1)] });
    fireEvent.keyDown(add, { key: 'z', ctrlKey: true, shiftKey: true });
    expect(held()).toEqual({ type: 'all', rules: [living('Brno'), living('Brno'), bought(1)] });
  });

  it('cannot be changed where the builder is switched off', async () => {
    renderInAdmin(withQueries(<Held value={bought(2)} disabled />));
    expect(await screen.findByRole('button', { name: /^Purchase/ })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Condition' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });
});

describe('JSON', () => {
  const paste = async (text: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'JSON' }));
    const dialog = await screen.findByRole('dialog');
    const area = dialog.querySelector('textarea');
    if (!area) throw new Error('no text area');
    fireEvent.change(area, { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  };

  it.each([
    ['{', 'This is not valid JSON'],
    ['{"type":"all","rules":[]}', 'A block needs a list of rules: –'],
    ['{"type":"all","rules":[{"type":"everyone"}]}', 'A type that does not exist: rules[0]'],
    [
      '{"type":"attribute","field":"city","operator":"like"}',
      'An operator that does not exist: operator',
    ],
    [
      '{"type":"activity","activity":"x","operator":"never","where":[1]}',
      'This has to be a field with an operator: where[0]',
    ],
    ['[]', 'A part without a type: –'],
  ])('that is no condition is not taken: %s', async (text, sentence) => {
    await show();
    await paste(text);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(held()).toBeNull();
  });

  it('takes the place of the whole, and undo brings that back', async () => {
    await show({ value: living('Brno') });
    await paste(JSON.stringify(bought(3)));
    await waitFor(() => expect(held()).toEqual({ type: 'all', rules: [bought(3)] }));
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(held()).toEqual({ type: 'all', rules: [living('Brno')] });
  });
});

describe('the preview', () => {
  const shown = (condition: Condition | null) =>
    renderInAdmin(withQueries(<ConditionPreviewPanel condition={condition} />));

  it('says how many match and who, in words too', async () => {
    shown(bought(2));
    expect(await screen.findByText('1,204 contacts')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ann Novak' })).toHaveAttribute(
      'href',
      '/plugins/contact-management/contacts/a'
    );
    expect(screen.getByText('Uses indexes')).toBeInTheDocument();
    expect(
      await screen.findByText('Purchase, at least 2 times, in the last 30 days')
    ).toBeInTheDocument();
  });

  it('asks for the exact number when somebody wants it', async () => {
    mockPost.mockResolvedValueOnce({
      data: { data: { ...preview, count: 1_234_567, exact: false, warnings: ['It is long'] } },
    });
    shown(bought(2));
    expect(await screen.findByText('About 1.2M contacts')).toBeInTheDocument();
    expect(screen.getByText(/^Slow on very many contacts/)).toHaveAttribute('title', 'It is long');
    await userEvent.click(screen.getByRole('button', { name: 'Count exactly' }));
    expect(await screen.findByText('1,204 contacts')).toBeInTheDocument();
    expect(mockPost.mock.lastCall?.[1]).toMatchObject({ exact: true });
  });

  it('says who would come and who would go, where the server says it', async () => {
    mockPost.mockResolvedValue({ data: { data: { ...preview, added: 12, removed: 3 } } });
    shown(bought(2));
    expect(await screen.findByText('+12 would come in')).toBeInTheDocument();
    expect(screen.getByText('−3 would leave')).toBeInTheDocument();
  });

  it('cancels the question of a condition that is not shown any more', async () => {
    const signals: AbortSignal[] = [];
    mockPost.mockImplementation(
      (_url: string, _body: unknown, { signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      }
    );
    const client = new QueryClient();
    const panel = (count: number) => (
      <QueryClientProvider client={client}>
        <ConditionPreviewPanel condition={bought(count)} />
      </QueryClientProvider>
    );
    const Switching = () => {
      const [count, setCount] = useState(1);
      return (
        <>
          <button onClick={() => setCount(2)}>another</button>
          {panel(count)}
        </>
      );
    };
    renderInAdmin(<Switching />);
    await waitFor(() => expect(signals).toHaveLength(1));
    act(() => screen.getByText('another').click());
    await waitFor(() => expect(signals).toHaveLength(2));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('waits for a condition that is complete', () => {
    shown(null);
    expect(
      screen.getByText('The preview comes once the condition is complete.')
    ).toBeInTheDocument();
    expect(mockPost).not.toHaveBeenCalled();
  });

  it('says what the server refuses', async () => {
    mockPost.mockRejectedValue({
      response: { data: { error: { status: 400, message: 'That is no city' } } },
    });
    shown(living('x'));
    expect(await screen.findByText('That is no city')).toHaveAttribute('role', 'alert');
  });

  it('offers to ask again when the server does not answer', async () => {
    mockPost.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    shown(living('x'));
    expect(await screen.findByText('The server does not answer')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1,204 contacts')).toBeInTheDocument();
  });
});
