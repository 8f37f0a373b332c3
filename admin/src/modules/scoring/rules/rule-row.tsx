import { Box, Flex, Switch, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Trash } from '@strapi/icons';
import type { ScoreRuleSettings } from '../../../../../server/src/modules/scoring/contract';
import { useTranslate } from '../../../shared/translate';
import { PointsText } from '../points-text';
import { RowButton } from '../row-button';
import { RuleWords } from './rule-words';
import { moved } from './rule-draft';

interface RuleRowProps {
  rule: ScoreRuleSettings;
  at: number;
  rules: ScoreRuleSettings[];
  canWrite: boolean;
  isBusy: boolean;
  onEdit: () => void;
  onChange: (rules: ScoreRuleSettings[], message: string) => void;
}

export const RuleRow = (props: RuleRowProps) => {
  const { rule, at, rules, canWrite, isBusy, onChange } = props;
  const t = useTranslate();
  const { name, points, enabled } = rule;
  const toggle = () =>
    onChange(
      rules.map((one) => (one.id === rule.id ? { ...one, enabled: !enabled } : one)),
      t(enabled ? 'scores.ruleOff' : 'scores.ruleOn', { name })
    );
  return (
    <Flex
      tag="li"
      gap={4}
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth={at === 0 ? '0' : '1px 0 0 0'}
    >
      <Box width="6rem" textAlign="end" shrink={0}>
        <PointsText points={points} isOff={!enabled} />
      </Box>
      <Box flex="1" minWidth={0}>
        <Typography
          tag="p"
          fontWeight="semiBold"
          textColor={enabled ? 'neutral800' : 'neutral500'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {name}
        </Typography>
        <RuleWords rule={rule} />
      </Box>
      {canWrite && (
        <Flex gap={1} shrink={0}>
          <Switch
            aria-label={t('scores.ruleEnabled', { name })}
            checked={enabled}
            onCheckedChange={() => !isBusy && toggle()}
          />
          <RowButtons {...props} />
        </Flex>
      )}
    </Flex>
  );
};

const RowButtons = ({ rule, at, rules, isBusy, onEdit, onChange }: RuleRowProps) => {
  const t = useTranslate();
  const { name } = rule;
  const move = (to: number) =>
    onChange(moved(rules, at, to), t('scores.ruleMoved', { name, place: to + 1 }));
  const remove = () =>
    onChange(
      rules.filter(({ id }) => id !== rule.id),
      t('scores.ruleDeleted', { name })
    );
  const last = rules.length - 1;
  return (
    <>
      <RowButton
        label={t('scores.moveUp', { name })}
        icon={<ArrowUp />}
        isOff={at === 0}
        onClick={() => !isBusy && move(at - 1)}
      />
      <RowButton
        label={t('scores.moveDown', { name })}
        icon={<ArrowDown />}
        isOff={at === last}
        onClick={() => !isBusy && move(at + 1)}
      />
      <RowButton label={t('scores.editRule', { name })} icon={<Pencil />} onClick={onEdit} />
      <RowButton
        label={t('scores.deleteRule', { name })}
        icon={<Trash />}
        onClick={() => !isBusy && remove()}
      />
    </>
  );
};
