/** What waits to be sent, and how it is put into requests. */
import fc from 'fast-check';
import { keep, MAX_LENGTH, outboxKeys, toBatches } from '../../../tracker/src/outbox';
import { openStore } from '../../../tracker/src/store';

/** Opens the store on a browser's localStorage that holds `items`. */
const openWith = (items: Record<string, string> = {}): Record<string, string> => {
  Object.defineProperty(globalThis, 'localStorage', { value: items, configurable: true });
  openStore();
  return items;
};

beforeEach(() => openWith());
afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

const event = (id: string, data?: unknown) => ({ id, type: 'pagevisit', data });
const keepEvent = (visitor: string, id: string, data?: unknown) =>
  keep('e', { visitor, consent: {}, events: [event(id, data)] });
const bodies = () =>
  toBatches().map(({ text }) => {
    const [path, body] = text.split('\n');
    return { path, ...(JSON.parse(body ?? '') as { visitor: string; events?: { id: string }[] }) };
  });

describe('the outbox', () => {
  it('joins a visitor’s events into one request', () => {
    keepEvent('v', '1');
    keepEvent('v', '2');
    expect(bodies()).toEqual([
      { path: 'e', visitor: 'v', consent: {}, events: [event('1'), event('2')] },
    ]);
    expect(toBatches()[0]?.settles).toEqual(outboxKeys());
  });

  it('leaves other calls whole', () => {
    keep('identify', { visitor: 'v', traits: { events: ['"events":['], tags: [[1]] } });
    keep('consent', { visitor: 'v', purposes: { email: true } });
    expect(bodies()).toEqual([
      { path: 'identify', visitor: 'v', traits: { events: ['"events":['], tags: [[1]] } },
      { path: 'consent', visitor: 'v', purposes: { email: true } },
    ]);
  });

  it('keeps apart what was recorded under another consent', () => {
    keep('e', { visitor: 'v', consent: {}, events: [event('1')] });
    keep('e', { visitor: 'v', consent: { tracking: true }, events: [event('2')] });
    expect(bodies()).toHaveLength(2);
  });

  it('is empty when there is nothing, and leaves other people’s keys alone', () => {
    const items = openWith({ cm_visitor: 'v', 'cm.theme': 'dark', other: '1' });
    expect(toBatches()).toEqual([]);
    for (let index = 0; index < 120; index++) keepEvent('v', `${index}`);
    expect(outboxKeys()).toHaveLength(100);
    expect(items).toMatchObject({ cm_visitor: 'v', 'cm.theme': 'dark', other: '1' });
  });

  it('puts every event into exactly one request, in order, within all limits', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 0, max: 30_000 }).map((length) => '漢'.repeat(length)),
      fc.constantFrom(']}', '"events":[', '\n', '\u2028', 'e\n{"events":[')
    );
    const entry = fc.record({ visitor: fc.constantFrom('a', 'b'), text });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        openWith();
        entries.forEach((given, index) => keepEvent(given.visitor, `${index}`, given.text));
        const requests = bodies();
        for (const visitor of ['a', 'b']) {
          const sent = requests.filter((request) => request.visitor === visitor);
          expect(sent.flatMap(({ events }) => events)).toEqual(
            entries.flatMap((given, index) =>
              given.visitor === visitor ? [event(`${index}`, given.text)] : []
            )
          );
        }
        for (const { text: body, settles } of toBatches()) {
          expect(settles.length).toBeLessThanOrEqual(20);
          if (settles.length > 1) expect(body.length).toBeLessThan(MAX_LENGTH);
        }
      })
    );
  });
});
