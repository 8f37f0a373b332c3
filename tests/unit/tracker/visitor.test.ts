/** The visitor's key in the browser: where it is kept, and what is none. */
import { openStore } from '../../../tracker/src/store';
import { keepVisitor, knownVisitor } from '../../../tracker/src/visitor';

const KEY = '0d9c1f0e-5a53-4b8f-9c2d-0a1b2c3d4e5f';
const OTHER = '11111111-5a53-4b8f-9c2d-0a1b2c3d4e5f';

const open = (cookie: string, items: Record<string, string> = {}, protocol = 'https:') => {
  const document = { cookie };
  const globals = { document, localStorage: items, location: { protocol } };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  openStore();
  return { document, items };
};

afterAll(() => {
  for (const name of ['document', 'localStorage', 'location']) {
    Reflect.deleteProperty(globalThis, name);
  }
});

describe('the visitor’s key', () => {
  it('is the cookie’s, or else the one that is stored', () => {
    open(`a=b; cm_visitor=${KEY}; c=d`, { cm_visitor: OTHER });
    expect(knownVisitor()).toBe(KEY);
    open('a=b', { cm_visitor: OTHER });
    expect(knownVisitor()).toBe(OTHER);
    open('');
    expect(knownVisitor()).toBeUndefined();
  });

  it.each([['%22'.repeat(12)], ['undefined'.repeat(4)], [KEY.slice(1)]])(
    'is a fresh one where the cookie is damaged: %s',
    (damaged) => {
      const { document, items } = open(`cm_visitor=${damaged}; a=b`);
      const key = keepVisitor();
      expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(document.cookie).toContain(`cm_visitor=${key};`);
      expect(items.cm_visitor).toBe(key);
    }
  );

  it('is kept in a secure cookie on a secure page only', () => {
    const secure = open('');
    keepVisitor(KEY);
    expect(secure.document.cookie).toMatch(/;secure$/);
    const plain = open('', {}, 'http:');
    keepVisitor(KEY);
    expect(plain.document.cookie).not.toContain('secure');
  });
});
