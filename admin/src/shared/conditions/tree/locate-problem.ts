/** Which row a problem of the server is about: its path points into the condition that was sent. */
import { isBlock, type RuleDraft } from './draft';

/** `rules[1].rule.operator`, or its parts; Strapi's `condition` before them is no part of it. */
export const problemParts = (path: string | readonly string[]): string[] => {
  const parts = (typeof path === 'string' ? [path] : path).flatMap((part) =>
    part.split(/[.[\]]+/).filter(Boolean)
  );
  const start = parts.findIndex((part) => part !== 'condition' && part !== 'data');
  return start === -1 ? [] : parts.slice(start);
};

/** The id of the row, the nearest when the path goes astray. */
export const locateProblem = (rule: RuleDraft, parts: readonly string[]): string => {
  const isNegated = isBlock(rule) ? rule.kind === 'none' || rule.kind === 'notAll' : rule.negated;
  const rest = isNegated && parts[0] === 'rule' ? parts.slice(1) : parts;
  if (!isBlock(rule) || rest[0] !== 'rules') return rule.id;
  const child = rule.rules[Number(rest[1])];
  return child ? locateProblem(child, rest.slice(2)) : rule.id;
};
