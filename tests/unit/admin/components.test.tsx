import { useState } from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataTable } from '../../../admin/src/shared/data-table';
import type { Column } from '../../../admin/src/shared/data-table-column';
import { NoticesProvider, useNotify } from '../../../admin/src/shared/notices';
import { OptionList } from '../../../admin/src/shared/option-list';
import { RelativeTime } from '../../../admin/src/shared/relative-time';
import { useShortcuts } from '../../../admin/src/shared/use-shortcuts';
import { SearchField } from '../../../admin/src/shared/list/search-field';
import { renderInAdmin } from './support';

describe('the table', () => {
  interface Row {
    id: string;
    name: string;
  }
  const rows = [
    { id: '1', name: 'Ann' },
    { id: '2', name: '<b>Bob</b>' },
  ];
  const columns: Column<Row>[] = [
    { id: 'name', label: 'Name', width: 20, firstDirection: 'asc', cell: ({ name }) => name },
    { id: 'link', label: 'Link', width: 10, cell: () => <a href="#there">there</a> },
  ];
  const common = { label: 'People', columns, rows, keyOf: ({ id }: Row) => id, skeletonRows: 3 };

  it('shows what is in the rows as text', () => {
    renderInAdmin(<DataTable {...common} />);
    expect(screen.getByText('<b>Bob</b>')).toBeInTheDocument();
  });

  it('says by which column and in which direction it is sorted', async () => {
    const onSort = jest.fn();
    renderInAdmin(
      <DataTable {...common} sort={{ field: 'name', direction: 'desc' }} onSort={onSort} />
    );
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending'
    );
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(onSort).toHaveBeenCalledWith(columns[0]);
  });

  it('opens a row, but not when a link in it is clicked', () => {
    const onOpen = jest.fn();
    renderInAdmin(<DataTable {...common} onOpen={onOpen} />);
    fireEvent.click(screen.getAllByText('there')[0] as HTMLElement);
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('Ann'));
    expect(onOpen).toHaveBeenCalledWith(rows[0], expect.anything());
  });

  it('is busy and shows its shape until the rows are there', () => {
    renderInAdmin(<DataTable {...common} rows={undefined} />);
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(4);
  });
});

describe('a list of options', () => {
  const Choice = ({ options }: { options: { value: string; label: string }[] }) => {
    const [selected, setSelected] = useState(['a']);
    return (
      <>
        <OptionList label="Letters" options={options} selected={selected} onChange={setSelected} />
        <output aria-label="selected">{selected.join()}</output>
      </>
    );
  };
  const letters = Array.from('abcdefghij', (value) => ({ value, label: value.toUpperCase() }));

  it('adds and takes away', async () => {
    renderInAdmin(<Choice options={letters.slice(0, 3)} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'C' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'A' }));
    expect(screen.getByLabelText('selected')).toHaveTextContent(/^c$/);
  });

  it('offers a search once there are many, and keeps what is chosen out of sight', async () => {
    renderInAdmin(<Choice options={letters} />);
    await userEvent.type(screen.getByPlaceholderText('Search'), 'b');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await userEvent.click(screen.getByRole('checkbox', { name: 'B' }));
    expect(screen.getByLabelText('selected')).toHaveTextContent('a,b');
  });
});

describe('a notice', () => {
  const Save = ({ undo }: { undo: () => void }) => {
    const notify = useNotify();
    const action = { label: 'Undo', run: undo };
    return (
      <button onClick={() => notify({ type: 'success', message: 'Saved', action })}>save</button>
    );
  };
  const show = () => {
    const undo = jest.fn();
    renderInAdmin(
      <NoticesProvider>
        <Save undo={undo} />
      </NoticesProvider>
    );
    fireEvent.click(screen.getByText('save'));
    return undo;
  };
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('undoes what it tells of, and goes', () => {
    const undo = show();
    fireEvent.click(screen.getByText('Undo'));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  it('goes by itself, but not while it is pointed at', () => {
    show();
    fireEvent.mouseEnter(screen.getByText('Saved'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(screen.getByText('Saved')).toBeInTheDocument();
    fireEvent.mouseLeave(screen.getByText('Saved'));
    act(() => jest.advanceTimersByTime(10_000));
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });
});

describe('the search field', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const type = (text: string) =>
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
  const show = () => {
    const onSearch = jest.fn();
    renderInAdmin(
      <SearchField
        label="Search name, e-mail, company"
        value=""
        onSearch={onSearch}
        inputRef={{ current: null }}
      />
    );
    return onSearch;
  };

  it('searches once, a moment after the last letter', () => {
    const onSearch = show();
    type('a');
    act(() => jest.advanceTimersByTime(200));
    type('an');
    act(() => jest.advanceTimersByTime(200));
    expect(onSearch).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(100));
    expect(onSearch.mock.calls).toEqual([['an']]);
  });

  it('searches at once on Enter, and not a second time', () => {
    const onSearch = show();
    type('ann');
    fireEvent.submit(screen.getByRole('searchbox'));
    act(() => jest.advanceTimersByTime(1_000));
    expect(onSearch.mock.calls).toEqual([['ann']]);
  });
});

describe('shortcuts', () => {
  const Keys = ({ onKey }: { onKey: (key: string) => void }) => {
    useShortcuts({ j: () => onKey('j'), 'g c': () => onKey('g c') });
    return (
      <>
        <input aria-label="text" />
        <div role="dialog">
          <button>inside</button>
        </div>
      </>
    );
  };
  const show = () => {
    const onKey = jest.fn();
    renderInAdmin(<Keys onKey={onKey} />);
    return onKey;
  };

  it('act on a key and on two keys in a row', () => {
    const onKey = show();
    for (const key of ['j', 'g', 'c']) fireEvent.keyDown(document.body, { key });
    expect(onKey.mock.calls).toEqual([['j'], ['g c']]);
  });

  it('stay silent while one types, in dialogs and with Ctrl', () => {
    const onKey = show();
    fireEvent.keyDown(screen.getByLabelText('text'), { key: 'j' });
    fireEvent.keyDown(screen.getByText('inside'), { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(onKey).not.toHaveBeenCalled();
  });
});

describe('a relative time', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-02T10:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('grows older by itself and tells the full date on hover', () => {
    renderInAdmin(<RelativeTime at="2026-03-02T09:58:00Z" />);
    const time = screen.getByText('2 minutes ago');
    expect(time).toHaveAttribute('datetime', '2026-03-02T09:58:00.000Z');
    expect(time.title).toMatch(/2026/);
    act(() => jest.advanceTimersByTime(60_000));
    expect(screen.getByText('3 minutes ago')).toBeInTheDocument();
  });
});
