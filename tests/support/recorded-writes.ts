/** What a site's own code hears of the writes of contacts, and what is stored by them. */
import { setTimeout as pause } from 'node:timers/promises';
import { CONTACT_UID } from '../../server/src/modules/contacts';
import { events } from '../../server/src/platform/plugin';
import { rowsOf } from './documents';
import type { TestSite } from './strapi';

/** A line per thing heard. Ids and times are left out: they differ from write to write. */
export interface Recorder {
  heard: string[];
  /** Waits for Strapi's events, which come after its answers. */
  stop(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 10_000;

interface Write {
  uid: string;
  action: string;
  params: { data?: object };
}

export const recordWrites = (site: TestSite): Recorder => {
  const { strapi } = site;
  const heard: string[] = [];
  const note = (what: string, value: unknown) => heard.push(`${what} ${plain(value)}`);
  const hear = async ({ uid, action, params }: Write, next: () => Promise<unknown>) => {
    if (uid !== CONTACT_UID || !['create', 'update'].includes(action)) return next();
    note(`middleware ${action}`, params.data);
    const answer = await next();
    note(`middleware ${action}d`, answer);
    return answer;
  };
  const leave: unknown = strapi.documents.use(hear as never);
  const hooks = ['beforeCreate', 'afterCreate', 'beforeUpdate', 'afterUpdate'] as const;
  const unsubscribe = strapi.db.lifecycles.subscribe({
    models: [CONTACT_UID],
    ...Object.fromEntries(
      hooks.map((hook) => [
        hook,
        ({ params, result }: { params: { data: object }; result?: object }) =>
          note(hook, hook.startsWith('before') ? params.data : result),
      ])
    ),
  });
  const listeners = (['entry.create', 'entry.update'] as const).map((event) =>
    strapi.eventHub.on(event, ({ uid, entry }: { uid: string; entry: object }) => {
      if (uid === CONTACT_UID) note(event, entry);
      return Promise.resolve();
    })
  );
  const bus = events(strapi);
  const emit = bus.emit.bind(bus);
  bus.emit = async (name, payload) => {
    for (const one of [payload].flat()) note(name, one);
    await emit(name, payload);
  };
  return {
    heard,
    stop: async () => {
      const count = (start: string) => heard.filter((line) => line.startsWith(start)).length;
      const end = Date.now() + PATIENCE_MILLISECONDS;
      while (count('entry.') < count('after') && Date.now() < end) await pause(20);
      (leave as () => void)();
      unsubscribe();
      for (const off of listeners) off();
      bus.emit = emit;
    },
  };
};

/** Everything that is kept about the contacts whose address holds `part`. */
export const keptAbout = async (site: TestSite, part: string): Promise<string[]> => {
  const contacts = (await rowsOf(site, CONTACT_UID)).filter(({ email }) =>
    String(email).includes(part)
  );
  const kept = contacts.map((contact) => `contact ${plain(contact)}`);
  for (const { id, email } of contacts) {
    for (const model of [
      'contact-word',
      'contact-sort-key',
      'contact-custom-value',
      'state-history',
    ]) {
      const rows = await rowsOf(site, `plugin::contact-management.${model}`, { contactId: id });
      kept.push(...rows.map((row) => `${model} of ${String(email)} ${plain(row)}`));
    }
  }
  return kept.sort();
};

const DIFFERENT = new Set([
  ...[
    'id',
    'documentId',
    'contactId',
    'createdAt',
    'updatedAt',
    'publishedAt',
    'identifiedAt',
    'at',
  ],
  ...['eventId', 'occurredAt', 'receivedAt'],
]);

const plain = (value: unknown): string =>
  JSON.stringify(value, (name, inner: unknown) => {
    if (DIFFERENT.has(name)) return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)));
  });
