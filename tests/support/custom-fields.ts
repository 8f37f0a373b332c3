/** Fields of the settings in tests, made and changed as the settings page does. */
import { jobs } from '../../server/src/platform/jobs/service';
import type { FieldDefinitionView, FieldDraft } from '../../server/src/platform/fields/contract';
import type { TestSite } from './strapi';

type Draft = Partial<FieldDraft> & Pick<FieldDraft, 'name' | 'kind'>;

export const draftOf = (draft: Draft) => ({
  entity: 'contact',
  displayName: draft.name,
  ...draft,
});

/** `method` and path below `/contact-management`, as the super admin. */
export const ask = (site: TestSite, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
  site.http[method](`/contact-management${path}`).auth(site.adminToken, { type: 'bearer' });

export const addField = async (site: TestSite, draft: Draft): Promise<FieldDefinitionView> => {
  const { body } = await ask(site, 'post', '/custom-fields').send(draftOf(draft));
  expect(body.error).toBeUndefined();
  return body.data;
};

/** Choices by their values alone. */
export const options = (...values: string[]) =>
  values.map((value) => ({ value, label: value.toUpperCase() }));

/** Waits until nothing is queued or running: the jobs' own word, not a while. */
export const jobsDone = async (site: TestSite): Promise<void> => {
  for (;;) {
    const list = await jobs(site.strapi).list();
    expect(list.filter(({ status }) => status === 'failed')).toEqual([]);
    if (list.every(({ status }) => status === 'done')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Document ids of the contacts that a list's query matches, by their first names. */
export const foundBy = async (site: TestSite, query: object): Promise<string[]> => {
  const { body } = await ask(site, 'get', '/contacts').query({ ...query, sort: 'createdAt:asc' });
  if (body.error) return [body.error.message];
  return (body.data as { displayName: string }[]).map(({ displayName }) => displayName);
};
