/** The server's words again as values, since only types cross over; the compiler checks them. */
import type {
  FIELD_ENTITIES as SERVER_ENTITIES,
  FIELD_KINDS as SERVER_KINDS,
  FieldEntityName,
  FieldKind,
} from '../../../../server/src/platform/fields/contract';

export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'date',
  'boolean',
  'select',
  'multiSelect',
  'email',
  'url',
  'phone',
] satisfies Mutable<typeof SERVER_KINDS> & FieldKind[];

export const FIELD_ENTITIES = ['contact', 'account'] satisfies Mutable<typeof SERVER_ENTITIES> &
  FieldEntityName[];

type Mutable<Tuple> = { -readonly [Index in keyof Tuple]: Tuple[Index] };

export const hasOptions = (kind: FieldKind): boolean => kind === 'select' || kind === 'multiSelect';
