import { Box, Flex, Typography } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import { styled } from 'styled-components';
import type { SeenPart } from '../../../../../server/src/modules/personalisation/contract';
import { useTranslate } from '../../../shared/translate';
import { Reasons } from './reasons';

/** What is shown, in its order, and below it what is not; each with the reason. */
export const SeenParts = ({ title, parts }: { title: string; parts: SeenPart[] }) => (
  <Box>
    <Typography variant="pi" fontWeight="bold" tag="h3" style={WRAPS}>
      {title}
    </Typography>
    <List>
      {parts.map((part) => (
        <Part key={part.position} part={part} />
      ))}
    </List>
  </Box>
);

const Part = ({ part }: { part: SeenPart }) => {
  const t = useTranslate();
  const { shown, title, component, position } = part;
  const Icon = shown ? Eye : EyeStriked;
  return (
    <li>
      <Flex gap={2} alignItems="flex-start" paddingTop={2}>
        <Icon
          fill={shown ? 'success600' : 'neutral500'}
          aria-label={t(shown ? 'personalisation.shown' : 'personalisation.hidden')}
          width="1.6rem"
          height="1.6rem"
          style={{ flexShrink: 0 }}
        />
        <Box minWidth={0}>
          <Typography tag="p" textColor={shown ? 'neutral800' : 'neutral600'} style={WRAPS}>
            {title ?? component ?? `${position + 1}`}
          </Typography>
          <Reasons part={part} />
        </Box>
      </Flex>
    </li>
  );
};

const WRAPS = { overflowWrap: 'anywhere' } as const;

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;
