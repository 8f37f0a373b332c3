import { Memberships } from './memberships';
import type { CardSlotProps } from '../../../shared/admin-module';

/** Who belongs to the account, and who did. */
const PeopleTab = ({ documentId }: CardSlotProps) => (
  <Memberships side={{ of: 'account', documentId }} />
);

export default PeopleTab;
