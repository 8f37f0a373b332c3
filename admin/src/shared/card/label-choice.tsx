import { Typography } from '@strapi/design-system';
import { StatusLabel } from '../status-label';
import { useTranslate } from '../translate';
import { InlineChoice } from './inline-choice';

interface ChosenLabel {
  documentId: string;
  displayName: string;
  color: string | null;
}

interface LabelChoiceProps<Label extends ChosenLabel> {
  /** What the label is: "Status", "Role of Ann Novak". */
  field: string;
  /** "No status" */
  noneLabel: string;
  value: ChosenLabel | null;
  labels: Label[];
  disabled: boolean;
  onChoose: (label: Label | null) => void;
}

const NONE = 'none';

/** One of the labels that a site keeps in its settings, or none. */
export const LabelChoice = <Label extends ChosenLabel>(props: LabelChoiceProps<Label>) => {
  const { field, noneLabel, value, labels, disabled, onChoose } = props;
  const t = useTranslate();
  const none = <Typography textColor="neutral600">{noneLabel}</Typography>;
  const choices = labels.map((label) => ({
    key: label.documentId,
    value: label,
    label: <StatusLabel status={label} />,
  }));
  return (
    <InlineChoice<Label | null>
      ariaLabel={t('card.valueOf', { field, value: value?.displayName ?? noneLabel })}
      current={value ? <StatusLabel status={value} /> : none}
      currentKey={value?.documentId ?? NONE}
      disabled={disabled}
      choices={[...choices, { key: NONE, value: null, label: none }]}
      onChoose={onChoose}
    />
  );
};
