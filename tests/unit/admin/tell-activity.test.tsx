import { tellActivity } from '../../../admin/src/modules/activities/timeline/tell-activity';
import { activity } from './activity';
import { intl, t } from './support';

const tell = (known: Parameters<typeof activity>[0], displayName?: string) =>
  tellActivity(
    activity(known),
    displayName === undefined
      ? undefined
      : { name: 'x', displayName, color: 'primary', custom: true, manualCreation: false },
    { t, intl, statusName: (code) => (code === 'vip' ? 'Very important' : null) }
  );

it.each([
  [{ type: 'pagevisit', title: 'Pricing' }, 'Visited “Pricing”'],
  [{ type: 'pagevisit', url: 'https://shop.example/pricing' }, 'Visited /pricing'],
  [{ type: 'pagevisit' }, 'Visited a page'],
  [{ type: 'internalsearch', data: { query: 'chair' } }, 'Searched the site for “chair”'],
  [{ type: 'externalsearch', data: { engine: 'duckduckgo' } }, 'Came from a search on DuckDuckGo'],
  [
    { type: 'externalsearch', data: { engine: 'bing', query: 'mug' } },
    'Came from a search for “mug”',
  ],
  [{ type: 'externalsearch', url: 'https://shop.example/' }, 'Came from a search engine'],
  [{ type: 'outboundlink', url: 'https://www.partner.example/x' }, 'Left for partner.example'],
  [{ type: 'purchase', value: 420, data: { currency: 'EUR' } }, 'Purchased for €420.00'],
  [{ type: 'purchase', value: 420, title: 'Order 7' }, 'Purchased “Order 7” for 420'],
  [{ type: 'purchase', value: 9, data: { currency: 'money' } }, 'Purchased for 9'],
  [{ type: 'purchase', value: 0 }, 'Purchased for 0'],
  [{ type: 'purchase' }, 'Purchased'],
  [{ type: 'login' }, 'Logged in'],
] as const)('tells %j', (known, sentence) => {
  expect(tell({ ...known })).toBe(sentence);
});

it('tells a change of state in the editor’s words, with its reason', () => {
  const data = { from: 'prospect', to: 'client', by: 'site', why: 'purchase' };
  expect(tell({ type: 'statechange', data })).toBe('State changed: Prospect → Client (purchase)');
});

it('tells a change of status in the site’s words, and one that is gone by its code', () => {
  const told = (from: string | null) =>
    tell({ type: 'statuschange', data: { from, to: 'vip', by: 'admin:1', why: '' } });
  expect(told(null)).toBe('Status changed: none → Very important');
  expect(told('gone')).toBe('Status changed: gone → Very important');
});

it('tells a type of the site’s own by its name, subject and value', () => {
  expect(tell({ type: 'stand', title: 'Fair', value: 3 }, 'Visited our stand')).toBe(
    'Visited our stand: “Fair” (3)'
  );
});

it('tells a type that has left the registry by its code', () => {
  expect(tell({ type: 'gone' })).toBe('gone');
});

it('keeps markup in a title as text', () => {
  expect(tell({ type: 'pagevisit', title: '<b>{x}</b>' })).toBe('Visited “<b>{x}</b>”');
});
