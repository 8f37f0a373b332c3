import { Flex, Tooltip, Typography } from '@strapi/design-system';
import type { ContactAccount } from '../../../../../server/src/modules/accounts/contract';
import { EMPTY } from '../../../shared/fields/field-cell';
import { CellLink } from '../../../shared/list/row-link';
import { accountPath } from '../../../shared/paths';

/** "Acme (CEO) +2": the main account, and on hover the others. */
export const AccountsCell = ({ value }: { value: unknown }) => {
  const [first, ...others] = (value ?? []) as ContactAccount[];
  if (!first) return EMPTY;
  return (
    <Flex gap={1} minWidth={0}>
      <CellLink to={accountPath(first.documentId)} title={told(first)}>
        <bdi>{told(first)}</bdi>
      </CellLink>
      {others.length > 0 && (
        <Tooltip label={others.map(told).join(', ')}>
          <Typography tag="span" textColor="neutral600">
            +{others.length}
          </Typography>
        </Tooltip>
      )}
    </Flex>
  );
};

const told = ({ name, role, jobTitle }: ContactAccount): string => {
  const what = role ?? jobTitle;
  return what ? `${name} (${what})` : name;
};
