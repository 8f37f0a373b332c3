/** Activities in words: "did “purchase” at least 2 times in the last 30 days". */
import type { Core } from '@strapi/strapi';
import type { ActivityTest, CountOperator, Window } from '../contract';
import { ACTIVITY_FIELDS } from '../activities/activity-fields';
import { ANY_TYPE } from '../activities/activity-rows';
import { sayQuestion, saySpan } from './say-question';

export const sayActivity = (
  { activity, where }: ActivityTest,
  { strapi }: { strapi: Core.Strapi }
): string => {
  const what = activity === ANY_TYPE ? 'did anything' : `did “${activity}”`;
  const questions = (where ?? []).map((question) =>
    sayQuestion(
      strapi,
      question,
      ACTIVITY_FIELDS[question.field]?.label.toLowerCase() ?? question.field
    )
  );
  return questions.length > 0 ? `${what} where ${questions.join(' and ')}` : what;
};

const OFTEN: Record<Exclude<CountOperator, 'never'>, string> = {
  atLeast: 'at least',
  atMost: 'at most',
  exactly: 'exactly',
};

interface Often {
  operator: CountOperator;
  count?: number;
  measure?: 'count' | 'sum' | 'max';
  value?: number;
}

export const sayHowOften = ({ operator, count = 0, measure, value }: Often): string => {
  if (operator === 'never') return 'never';
  if (measure === 'sum') return `for ${OFTEN[operator]} ${value} in all`;
  if (measure === 'max') return `for ${OFTEN[operator]} ${value} at once`;
  return `${OFTEN[operator]} ${count} ${count === 1 ? 'time' : 'times'}`;
};

export const sayWindow = (window: Window | undefined): string => {
  if (window === undefined || window === 'ever') return '';
  if ('between' in window) return ` between ${window.between[0]} and ${window.between[1]}`;
  return ` in the last ${saySpan(window)}`;
};
