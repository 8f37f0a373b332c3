import {
  parseListState,
  toListQuery,
  toSearch,
  withAdded,
  withoutFilter,
} from '../../../admin/src/modules/contacts/list/list-state';
import { nextSort, withChange } from '../../../admin/src/shared/list/list-address';

const parse = (search: string) => parseListState(new URLSearchParams(search));

it('reads an address and writes the same one', () => {
  const address =
    'q=ann&state=client%2Cpartner&country=CZ&lastActivityFrom=2026-01-01&lastActivityTo=2026-01-31' +
    '&sort=displayName%3Aasc&pageSize=100&columns=email%2Cstate&cursor=abc';
  expect(toSearch(parse(address)).toString()).toBe(address);
});

it('keeps what is as by default out of the address', () => {
  expect(toSearch(parse('sort=lastActivityAt:desc&pageSize=50')).toString()).toBe('');
});

it.each([
  'sort=email',
  'sort=email:sideways',
  'pageSize=7',
  'createdFrom=yesterday',
  'createdTo=2026-13-45',
])('falls back to the default for %s', (search) => {
  expect(parse(search)).toEqual(parse(''));
});

it('leaves out, in the CMS edition, what only the other edition can be filtered by', () => {
  const search = new URLSearchParams('status=vip&kind=anonymous&state=client');
  expect(parseListState(search, 'cms').options).toEqual({ state: ['client'] });
  expect(Object.keys(parseListState(search, 'ems').options)).toEqual(['state', 'kind', 'status']);
});

it('keeps filters of other modules only where those are offered, and takes them away again', () => {
  const search = new URLSearchParams('state=client&account=abc');
  expect(toListQuery(parseListState(search, 'ems'))).not.toHaveProperty('account');
  const state = parseListState(search, 'ems', ['account']);
  expect(toListQuery(state)).toMatchObject({ account: 'abc', state: 'client' });
  expect(toSearch(state).toString()).toBe('state=client&account=abc');
  expect(toSearch(withAdded(state, 'account', [])).toString()).toBe('state=client');
});

it('asks the server for whole local days, both ends included', () => {
  const query = toListQuery(parse('createdFrom=2026-01-31&createdTo=2026-01-31'));
  expect(Date.parse(query.createdTo ?? '') - Date.parse(query.createdFrom ?? '')).toBe(86_399_999);
  expect(new Date(query.createdFrom ?? '').getHours()).toBe(0);
});

it('starts at the first page again when the filter or the order changes', () => {
  const state = parse('cursor=abc');
  expect(withChange(state, { q: 'ann' }).cursor).toBeNull();
  expect(withChange(state, { sort: { field: 'email', direction: 'asc' } }).cursor).toBeNull();
});

it('stays on the page when only the columns change', () => {
  expect(withChange(parse('cursor=abc'), { columns: ['email'] }).cursor).toBe('abc');
});

it('takes one filter away and leaves the others', () => {
  const state = withoutFilter(parse('state=client&country=CZ&createdFrom=2026-01-01'), 'state');
  expect(toSearch(state).toString()).toBe('country=CZ&createdFrom=2026-01-01');
  expect(toSearch(withoutFilter(state, 'created')).toString()).toBe('country=CZ');
});

it('turns the order round on a second click, and begins anew on another column', () => {
  const first = nextSort({ field: 'email', direction: 'asc' }, 'createdAt', 'desc');
  expect(first).toEqual({ field: 'createdAt', direction: 'desc' });
  expect(nextSort(first, 'createdAt', 'desc')).toEqual({ field: 'createdAt', direction: 'asc' });
});
