import { useState, type FormEvent } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { RollUp, ScoreView } from '../../../../../server/src/modules/scoring/contract';
import { ConfirmDelete } from '../../../shared/confirm-delete';
import { useNotify } from '../../../shared/notices';
import { Panel } from '../../../shared/panel';
import { scoreListPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useDeleteScore } from '../api';
import { NameFields, type NameValues } from '../name-fields';
import { useSaveScore } from '../use-save-score';

type Values = NameValues & Pick<ScoreView, 'enabled' | 'isMain' | 'accountRollUp'>;

export const SettingsTab = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const canWrite = useCan('scores.write');
  const [values, setValues] = useState<Values>({ ...score, description: score.description ?? '' });
  const { save, problems, isPending } = useSaveScore(score);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { displayName, name, description, enabled, isMain, accountRollUp } = values;
    const data = { displayName, name, description, enabled, isMain, accountRollUp };
    void save({ data, message: t('scores.saved') });
  };
  return (
    <Panel>
      <form onSubmit={submit}>
        <NameFields values={values} onChange={set} problems={problems} disabled={!canWrite} />
        <HowFields values={values} onChange={set} disabled={!canWrite} />
        {canWrite && (
          <Flex justifyContent="space-between" gap={2} paddingTop={6}>
            <DeleteButton score={score} />
            <Button type="submit" loading={isPending}>
              {t('common.save')}
            </Button>
          </Flex>
        )}
      </form>
    </Panel>
  );
};

const ROLL_UPS: RollUp[] = ['sum', 'max', 'average'];

interface HowFieldsProps {
  values: Values;
  onChange: (change: Partial<Values>) => void;
  disabled: boolean;
}

const HowFields = ({ values, onChange, disabled }: HowFieldsProps) => {
  const t = useTranslate();
  const choose = (chosen: string | number) => {
    const rollUp = ROLL_UPS.find((one) => one === chosen);
    if (rollUp) onChange({ accountRollUp: rollUp });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
      <Field.Root name="accountRollUp" hint={t('scores.rollUpHint')}>
        <Field.Label>{t('scores.rollUp')}</Field.Label>
        <SingleSelect value={values.accountRollUp} disabled={disabled} onChange={choose}>
          {ROLL_UPS.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`scores.rollUp.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <Checkbox
        checked={values.isMain}
        disabled={disabled}
        onCheckedChange={(checked) => onChange({ isMain: checked === true })}
      >
        {t('scores.isMain')}
      </Checkbox>
      <Checkbox
        checked={values.enabled}
        disabled={disabled}
        onCheckedChange={(checked) => onChange({ enabled: checked === true })}
      >
        {t('scores.enabled')}
      </Checkbox>
    </Flex>
  );
};

const DeleteButton = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync } = useDeleteScore();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    try {
      await mutateAsync(score.documentId);
      navigate(scoreListPath, { replace: true });
      notify({ type: 'success', message: t('scores.deleted', { name: score.displayName }) });
    } catch (error) {
      setAsking(false);
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <>
      <Button variant="danger-light" onClick={() => setAsking(true)}>
        {t('scores.delete')}
      </Button>
      <ConfirmDelete
        isOpen={isAsking}
        title={t('scores.deleteTitle')}
        sentence={t('scores.deleteSentence', { name: score.displayName })}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      />
    </>
  );
};
