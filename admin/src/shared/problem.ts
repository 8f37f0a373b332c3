/** What went wrong with a request, in the parts a screen can show. */

export interface Problem {
  /** HTTP status; null when no answer came at all. */
  status: number | null;
  /** Strapi's sentence, or null when there is none worth showing. */
  message: string | null;
  /** Validation messages by field name. */
  fields: Record<string, string>;
  /** Numbers that a refusal gives as its reason: `{ inUse: 12 }`. */
  counts: Record<string, number>;
}

export const toProblem = (error: unknown): Problem => {
  if (!isObject(error)) return { status: null, message: null, fields: {}, counts: {} };
  const answer = answerOf(error);
  const status = numberOr(answer?.status) ?? numberOr(error.status);
  return {
    status,
    message: typeof answer?.message === 'string' ? answer.message : null,
    fields: fieldsOf(answer?.details),
    counts: countsOf(answer?.details),
  };
};

/** One of these fields shows what is wrong, so that nothing else has to. */
export const isSaidBy = ({ fields }: Problem, shown: { name: string }[]): boolean =>
  shown.some(({ name }) => name in fields);

/** The request was understood and refused: asking again will not help. */
export const isFinal = (error: unknown): boolean => {
  const { status } = toProblem(error);
  return status !== null && status >= 400 && status < 500;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const answerOf = (error: Record<string, unknown>): Record<string, unknown> | null => {
  const { response } = error;
  if (!isObject(response) || !isObject(response.data)) return null;
  return isObject(response.data.error) ? response.data.error : null;
};

/** Strapi's validation details: `{ errors: [{ path: ['email'], message }] }`. */
const fieldsOf = (details: unknown): Record<string, string> => {
  if (!isObject(details) || !Array.isArray(details.errors)) return {};
  return Object.fromEntries(
    details.errors.flatMap((entry: unknown) => {
      if (!isObject(entry) || !Array.isArray(entry.path)) return [];
      const path = entry.path.filter((part) => part !== 'data').join('.');
      return path ? [[path, String(entry.message)]] : [];
    })
  );
};

const countsOf = (details: unknown): Record<string, number> =>
  isObject(details)
    ? Object.fromEntries(
        Object.entries(details).filter(
          (entry): entry is [string, number] => typeof entry[1] === 'number'
        )
      )
    : {};
