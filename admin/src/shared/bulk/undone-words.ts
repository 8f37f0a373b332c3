import type { JobView } from '../../../../server/src/platform/jobs/contract';
import type { Translate } from '../translate';

/** "Put back 23. 2 were changed since and stay as they are." */
export const undoneWords = ({ result }: Pick<JobView, 'result'>, t: Translate): string => {
  const countOf = (name: string) => Number(result?.[name] ?? 0);
  const left = (['changed', 'taken', 'gone'] as const)
    .map((reason) => ({ reason, count: countOf(reason) }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => t(`undo.left.${reason}`, { count }));
  return [t('undo.done', { count: countOf('restored') }), ...left].join(' ');
};
