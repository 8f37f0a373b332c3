/** Which of an entity's values its list's search finds: what stands in the fields that hold text. */
import type { FieldDefinition, FieldKind } from './contract';
import { withoutNoise } from './index-values';
import type { StoredValues } from './stored-values';

const SEARCHED_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  ...(['text', 'longText', 'email', 'url', 'phone'] as const),
]);

export const searchedTexts = (values: StoredValues, definitions: FieldDefinition[]): string[] =>
  definitions
    .filter(({ kind, name }) => SEARCHED_KINDS.has(kind) && Object.hasOwn(values, name))
    .map(({ kind, name }) => withoutNoise(kind, String(values[name])));
