import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { FormDialog } from '../../../shared/form-dialog';
import { useNotify } from '../../../shared/notices';
import { scorePath } from '../../../shared/paths';
import { toProblem } from '../../../shared/problem';
import { toCode } from '../../../shared/to-code';
import { useTranslate } from '../../../shared/translate';
import { useCreateScore } from '../api';
import { NameFields, type NameValues } from '../name-fields';

const NOTHING: NameValues = { displayName: '', name: '', description: '' };

/** The code follows the name until somebody types one. */
export const CreateScoreDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const [values, setValues] = useState(NOTHING);
  const [isOwnCode, setOwnCode] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { mutateAsync, isPending } = useCreateScore();
  const change = (given: Partial<NameValues>) => {
    if (given.name !== undefined) setOwnCode(given.name !== '');
    const code =
      given.displayName !== undefined && !isOwnCode ? { name: toCode(given.displayName) } : {};
    setValues({ ...values, ...code, ...given });
  };
  const create = async () => {
    try {
      const { data } = await mutateAsync({ ...values, rules: [], thresholds: [] });
      onClose();
      notify({ type: 'success', message: t('scores.created', { name: data.displayName }) });
      navigate(scorePath(data.documentId));
    } catch (error) {
      const { fields, message } = toProblem(error);
      setProblems(fields);
      if (Object.keys(fields).length > 0) return;
      notify({ type: 'danger', message: message ?? t('error.title') });
    }
  };
  return (
    <FormDialog
      title={t('scores.create')}
      submitLabel={t('common.create')}
      isBusy={isPending}
      canSubmit={values.displayName.trim() !== '' && values.name.trim() !== ''}
      onClose={onClose}
      onSubmit={() => void create()}
    >
      <NameFields values={values} onChange={change} problems={problems} />
    </FormDialog>
  );
};
