import { Box, Flex, Main } from '@strapi/design-system';
import { Skeleton } from '../skeleton';

/** The card's shape until it is there, so that nothing jumps. */
export const CardSkeleton = () => (
  <Main padding={8} aria-busy>
    <Flex gap={4} paddingTop={8}>
      <Skeleton $width="4.8rem" $height="4.8rem" />
      <Box flex="1">
        <Skeleton $width="24rem" $height="2.4rem" />
        <Box paddingTop={3}>
          <Skeleton $width="40rem" />
        </Box>
      </Box>
    </Flex>
    <Box paddingTop={10}>
      <Skeleton $height="24rem" />
    </Box>
  </Main>
);
