import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { hostOf } from '../../../shared/read-url';
import type { Translate } from '../../../shared/translate';
import type { ActivityView } from '../../../../../server/src/modules/activities/contract';

export interface Detail {
  label: string;
  value: string;
}

/**
 * What a line does not say: where from, and the data the site sent along. The page before on the same
 * site is the line before.
 */
export const detailsOf = (activity: ActivityView, t: Translate): Detail[] => {
  const campaign = [activity.utmSource, activity.utmMedium, activity.utmCampaign]
    .concat(activity.utmTerm, activity.utmContent)
    .filter(Boolean)
    .join(' / ');
  const known: [label: string, value: string | null][] = [
    [t('timeline.referrer'), isSameSite(activity) ? null : activity.referrer],
    [t('timeline.campaign'), campaign],
  ];
  return [...known, ...dataOf(activity)].flatMap(([label, value]) =>
    value ? [{ label, value }] : []
  );
};

const isSameSite = ({ url, referrer }: ActivityView): boolean => hostOf(referrer) === hostOf(url);

/** Their sentences already say their data. */
const SAID = new Set(['statechange', 'statuschange', 'externalsearch', 'internalsearch']);

const dataOf = ({ type, data }: ActivityView): [string, string][] =>
  SAID.has(type)
    ? []
    : Object.entries(data ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);

interface ActivityDetailsProps {
  id: string;
  details: Detail[];
}

export const ActivityDetails = ({ id, details }: ActivityDetailsProps) => (
  <Box id={id} paddingTop={2} paddingBottom={2}>
    <List>
      {details.map(({ label, value }, index) => (
        <div key={`${label}-${index}`}>
          <Typography variant="pi" textColor="neutral600" tag="dt">
            {label}
          </Typography>
          <Typography variant="pi" tag="dd" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </div>
      ))}
    </List>
  </Box>
);

const List = styled.dl`
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};

  > div {
    display: grid;
    grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr);
    gap: ${({ theme }) => theme.spaces[3]};
  }
`;
