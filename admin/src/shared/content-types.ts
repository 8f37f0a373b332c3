import type { ACCOUNT_UID as ServerAccountUid } from '../../../server/src/modules/accounts/contract';
import type { CONTACT_UID as ServerContactUid } from '../../../server/src/modules/contacts/contract';

/** Only types cross from server to admin, so the value is written again and checked. */
export const CONTACT_UID = 'plugin::contact-management.contact' satisfies typeof ServerContactUid;
export const ACCOUNT_UID = 'plugin::contact-management.account' satisfies typeof ServerAccountUid;
