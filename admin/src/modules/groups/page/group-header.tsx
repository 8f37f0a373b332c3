import { Box, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { CardFact, CardName } from '../../../shared/card/card-heading';
import { RelativeTime } from '../../../shared/relative-time';
import { StatusDot } from '../../../shared/status-dot';
import { useTranslate } from '../../../shared/translate';
import { DynamicState, isBusy, RebuildButton } from '../dynamic/dynamic-state';

export const GroupHeader = ({ group }: { group: GroupView }) => (
  <>
    <Flex
      justifyContent="space-between"
      alignItems="flex-start"
      gap={4}
      wrap="wrap"
      paddingTop={3}
      paddingBottom={4}
    >
      <Box minWidth={0} flex="1">
        <Page.Title>{group.displayName}</Page.Title>
        <CardName>{group.displayName}</CardName>
        <Facts group={group} />
        {group.description && (
          <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {group.description}
          </Typography>
        )}
      </Box>
      {group.kind === 'dynamic' && <RebuildButton group={group} />}
    </Flex>
    {group.kind === 'dynamic' && <DynamicState group={group} />}
  </>
);

/** "● Dynamic · 1,204 members · fresh 3 s ago" */
const Facts = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const line = t('groups.sizeLine', {
    kind: t(`groups.kind.${group.kind}`),
    count: group.size,
  });
  if (group.kind === 'manual') return <CardFact>{line}</CardFact>;
  return (
    <StatusDot tone={toneOf(group)}>
      {line}
      {isBusy(group) && ` · ${t('groups.rebuilding')}`}
      {!isBusy(group) && group.freshAt && (
        <>
          {` · ${t('groups.fresh')} `}
          <RelativeTime at={group.freshAt} />
        </>
      )}
    </StatusDot>
  );
};

const toneOf = (group: GroupView) => {
  if (group.problem ?? group.rebuildState === 'failed') return 'warning500';
  return isBusy(group) ? 'primary500' : 'success500';
};
