import { useCallback } from 'react';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useTranslate } from '../../shared/translate';

/** Says in a notice what the server refused. */
export const useTellProblem = (): ((error: unknown) => void) => {
  const t = useTranslate();
  const notify = useNotify();
  return useCallback(
    (error) => notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') }),
    [t, notify]
  );
};
