/** The list of contacts by what they have in a score: `interest:50..100` in its address. */
import { Field, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AddedFilterProps } from '../../../shared/list/added-filter';
import { enumerate } from '../../../shared/list/enumerate';
import { useTranslate } from '../../../shared/translate';
import { useScores } from '../api';
import { parseRange, rangeText, type ScoreRange } from './score-range';

const NOTHING: ScoreRange = { score: '', from: undefined, to: undefined };

export const ScoreFilter = ({ values, onChange }: AddedFilterProps) => {
  const t = useTranslate();
  const { data: scores } = useScores();
  const known = scores ?? [];
  const [first] = values;
  const given = first === undefined ? NOTHING : parseRange(first);
  const range = given.score === '' ? { ...given, score: known[0]?.name ?? '' } : given;
  const change = (next: ScoreRange) => {
    const isOpen = next.from === undefined && next.to === undefined;
    onChange(isOpen || next.score === '' ? [] : [rangeText(next)]);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="score">
        <Field.Label>{t('scores.score')}</Field.Label>
        <SingleSelect
          size="S"
          value={range.score}
          onChange={(score) => change({ ...range, score: String(score) })}
        >
          {known.map(({ name, displayName }) => (
            <SingleSelectOption key={name} value={name}>
              {displayName}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="from">
        <Field.Label>{t('scores.atLeast')}</Field.Label>
        <NumberInput
          size="S"
          value={range.from}
          onValueChange={(from) => change({ ...range, from })}
        />
      </Field.Root>
      <Field.Root name="to">
        <Field.Label>{t('scores.atMost')}</Field.Label>
        <NumberInput size="S" value={range.to} onValueChange={(to) => change({ ...range, to })} />
      </Field.Root>
    </Flex>
  );
};

export const ScoreSummary = ({ values }: Pick<AddedFilterProps, 'values'>) => {
  const t = useTranslate();
  const intl = useIntl();
  const { data: scores } = useScores();
  const told = values.map((value) => {
    const { score, from, to } = parseRange(value);
    const name = scores?.find((one) => one.name === score)?.displayName ?? score;
    const number = (points: number | undefined) =>
      points === undefined ? '' : intl.formatNumber(points);
    return `${name} ${number(from)}…${number(to)}`;
  });
  return <>{enumerate(told, t)}</>;
};
