/** The same write through each door: a test tries a rule at all of them. */
import { askGraphql } from './graphql';
import { documentsOf, type Entry } from './documents';
import type { TestSite } from './strapi';

export interface Door {
  name: string;
  create(data: object): Promise<Entry>;
  update(documentId: string, data: object): Promise<Entry>;
  remove(documentId: string): Promise<unknown>;
}

export interface DoorType {
  uid: string;
  /** Of the REST route: `accounts`. */
  path: string;
  /** Of the GraphQL type: `Account`. */
  graphql: string;
}

/** What came back instead of a document, as one error whichever door answered. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
  }
}

/** A site with Strapi's GraphQL plugin has four. */
export const doorsOf = (site: TestSite, type: DoorType): Door[] => [
  service(site, type),
  rest(site, type),
  contentManager(site, type),
  graphql(site, type),
];

const service = (site: TestSite, { uid }: DoorType): Door => {
  const documents = documentsOf(site, uid);
  const explained = async <Result>(work: Promise<Result>) =>
    work.catch((error: unknown) => {
      const { status, message } = error as Error & { status?: number };
      throw new Refused(status ?? 400, message);
    });
  return {
    name: 'the document service',
    create: (data) => explained(documents.create({ data })),
    update: (documentId, data) => explained(documents.update({ documentId, data })),
    remove: (documentId) => explained(documents.delete({ documentId })),
  };
};

interface Answer {
  status: number;
  body: { data?: Entry; error?: { message: string } } | undefined;
}

const read = ({ status, body }: Answer): Entry => {
  if (status >= 400) throw new Refused(status, body?.error?.message ?? '');
  return body?.data as Entry;
};

const rest = (site: TestSite, { path }: DoorType): Door => {
  const url = `/api/contact-management/${path}`;
  const token = { authorization: `Bearer ${site.apiToken}` };
  return {
    name: 'REST',
    create: async (data) => read(await site.http.post(url).set(token).send({ data })),
    update: async (id, data) => read(await site.http.put(`${url}/${id}`).set(token).send({ data })),
    remove: async (id) => read(await site.http.delete(`${url}/${id}`).set(token)),
  };
};

const contentManager = (site: TestSite, { uid }: DoorType): Door => {
  const url = `/content-manager/collection-types/${uid}`;
  const token = { authorization: `Bearer ${site.adminToken}` };
  return {
    name: 'the Content Manager',
    create: async (data) => read(await site.http.post(url).set(token).send(data)),
    update: async (id, data) => read(await site.http.put(`${url}/${id}`).set(token).send(data)),
    remove: async (id) => read(await site.http.delete(`${url}/${id}`).set(token)),
  };
};

const graphql = (site: TestSite, { graphql: name }: DoorType): Door => {
  const type = `ContactManagement${name}`;
  const ask = async (mutation: string, variables: object): Promise<Entry> => {
    const { data, problems } = await askGraphql(site, mutation, { variables: { ...variables } });
    if (problems.length > 0) throw new Refused(400, problems.join('; '));
    return Object.values(data ?? {})[0] as Entry;
  };
  return {
    name: 'GraphQL',
    create: (data) =>
      ask(`mutation ($data: ${type}Input!) { create${type}(data: $data) { documentId } }`, {
        data,
      }),
    update: (documentId, data) =>
      ask(
        `mutation ($documentId: ID!, $data: ${type}Input!) {
          update${type}(documentId: $documentId, data: $data) { documentId } }`,
        { documentId, data }
      ),
    remove: (documentId) =>
      ask(`mutation ($documentId: ID!) { delete${type}(documentId: $documentId) { documentId } }`, {
        documentId,
      }),
  };
};
