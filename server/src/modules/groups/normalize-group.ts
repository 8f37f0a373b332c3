/** What of a group is stored of what was given. */
import type { Core } from '@strapi/strapi';
import { toValidationError, type FieldProblem } from '../../platform/field-problem';
import { foldText } from '../../platform/fold-text';
import {
  conditionProblems,
  timeZoneProblems,
  withCondition,
  type StoredGroup,
} from './dynamic/stored-group';

/** What the plugin counts and keeps itself. */
const KEPT = ['size', 'rebuiltAt', 'rebuildState', 'titleKey'] as const;
const MAX_KEY_LENGTH = 120;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * `before` is the group that is changed or copied. Throws a ValidationError with a sentence for each
 * field. Codes are compared, and MariaDB compares without case: one spelling makes all databases agree.
 */
export const normalizeGroup = (
  strapi: Core.Strapi,
  given: Record<string, unknown>,
  before: StoredGroup | null
): Record<string, unknown> => {
  const data = Object.fromEntries(
    Object.entries(given).filter(([name]) => !(KEPT as readonly string[]).includes(name))
  );
  if (typeof data.name === 'string') data.name = data.name.trim().toLowerCase();
  const problems = [
    ...nameProblems(data.name),
    ...titleProblems(data.displayName),
    ...timeZoneProblems(data),
    ...conditionProblems(strapi, data, before),
  ];
  if (problems.length > 0) throw toValidationError(problems);
  if (typeof data.displayName === 'string') {
    data.titleKey = foldText(data.displayName).slice(0, MAX_KEY_LENGTH);
  }
  return withCondition(strapi, data, before);
};

const nameProblems = (name: unknown): FieldProblem[] =>
  typeof name === 'string' && !NAME.test(name)
    ? [{ field: 'name', message: 'name must be letters, digits, dots, - or _, such as "vip-2026"' }]
    : [];

/** Lists show groups by their titles. */
const titleProblems = (displayName: unknown): FieldProblem[] =>
  typeof displayName === 'string' && displayName.trim() === ''
    ? [{ field: 'displayName', message: 'displayName must say something' }]
    : [];
