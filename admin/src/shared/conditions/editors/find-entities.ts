/** Groups, scores and accounts to choose from, by what somebody typed. */
import { api } from '../../api';
import type { SearchOption } from '../../search-choice';

const FOUND = 8;

interface Found {
  documentId: string;
  name: string;
  displayName?: string;
  city?: string | null;
}

type Find = (q: string, signal: AbortSignal) => Promise<SearchOption[]>;

const found = async (path: string, q: string, signal: AbortSignal): Promise<Found[]> => {
  const query = { q, pageSize: FOUND };
  const { data } = await api.get<{ data: Found[] }>(path, { query, signal });
  return data;
};

/** Groups and scores go by their codes. */
const byCode =
  (path: string): Find =>
  async (q, signal) =>
    (await found(path, q, signal)).map(({ name, displayName }) => ({
      documentId: name,
      name: displayName ?? name,
      detail: name,
    }));

export const findGroupCodes = byCode('/contact-groups');
export const findScoreCodes = byCode('/scores');

export const findAccountIds: Find = async (q, signal) =>
  (await found('/accounts', q, signal)).map(({ documentId, name, city = null }) => ({
    documentId,
    name,
    detail: city,
  }));
