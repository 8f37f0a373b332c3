/** What ids and codes in a condition stand for, as far as it is known. */
export interface Names {
  /** Of a choice of a field, by what the catalogue says it lists. */
  option: (entity: NamedEntity, value: string) => string;
  group: (code: string) => string;
  account: (documentId: string) => string;
  score: (code: string) => string;
}

export type NamedEntity = 'status' | 'account-status' | 'owner' | 'role' | 'country';
