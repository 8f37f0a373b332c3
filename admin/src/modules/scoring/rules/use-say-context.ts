/** What is needed to say triggers in words; undefined until it is known. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import type { ScoreRuleSettings } from '../../../../../server/src/modules/scoring/contract';
import { useCatalogue } from '../../../shared/conditions/api';
import { useNames } from '../../../shared/conditions/builder/use-names';
import type { SayContext } from '../../../shared/conditions/leaves/say-context';
import { useTranslate } from '../../../shared/translate';

const NOTHING: Condition = { type: 'all', rules: [] };

export const useSayContext = (on: ScoreRuleSettings['on'] | null): SayContext | undefined => {
  const t = useTranslate();
  const intl = useIntl();
  const { data: catalogue } = useCatalogue();
  const names = useNames(on?.kind === 'condition' ? on.condition : NOTHING);
  return useMemo(() => catalogue && { catalogue, names, t, intl }, [catalogue, names, t, intl]);
};
