import type { CardSlotProps } from '../../../shared/admin-module';
import { Memberships } from './memberships';

/** Where the contact belongs, and where it did. */
const AccountsTab = ({ documentId }: CardSlotProps) => (
  <Memberships side={{ of: 'contact', documentId }} />
);

export default AccountsTab;
