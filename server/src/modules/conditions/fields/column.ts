/** A place in a row that can be asked: a column of a contact, an account, an activity or an entry. */
import type { Sql } from '../leaf';

export interface TextColumn {
  holds: 'text';
  sql: Sql;
  /**
   * All its values have one spelling: values are spelled so, and the column is compared as it stands,
   * which an index can answer. Otherwise case is taken away from both sides.
   */
  spelling?: 'upper' | 'lower' | 'exact';
}

export interface NumberColumn {
  holds: 'number';
  sql: Sql;
}

export interface BooleanColumn {
  holds: 'boolean';
  sql: Sql;
}

export interface DateColumn {
  holds: 'date';
  sql: Sql;
  /** A calendar day, an instant as the database keeps it, or epoch milliseconds. */
  stored: 'day' | 'instant' | 'milliseconds';
}

/** Codes of a few; compared as they stand. */
export interface ChoiceColumn {
  holds: 'choice';
  sql: Sql;
}

export type Column = TextColumn | NumberColumn | BooleanColumn | DateColumn | ChoiceColumn;
