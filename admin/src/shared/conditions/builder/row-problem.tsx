import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTree } from './tree-context';

/** What is wrong with a row or a block, where it is. */
export const RowProblem = ({ id }: { id: string }) => {
  const { problems } = useTree();
  const sentence = problems.get(id);
  if (!sentence) return null;
  return (
    <Flex gap={2} paddingLeft={2} paddingTop={1} paddingBottom={1}>
      <WarningCircle width="1.4rem" height="1.4rem" fill="danger600" aria-hidden />
      <Typography variant="pi" textColor="danger600">
        {sentence}
      </Typography>
    </Flex>
  );
};
