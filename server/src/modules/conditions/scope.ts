import { among } from '../../platform/sql/among';
import type { CompileContext, Query } from './leaf';

/** Narrows a query to the contacts that are asked about. */
export const narrowToScope = (
  { dialect, scope }: CompileContext,
  query: Query,
  column: string
): Query => (scope === null ? query : among(dialect, query, column, scope));
