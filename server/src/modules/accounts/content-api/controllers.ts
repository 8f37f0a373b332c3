import {
  coreController,
  coreService,
  removingController,
  type ControllerFactory,
  type ServiceFactory,
} from '../../../platform/core-controller';
import { removeLabel } from '../../../platform/label-set';
import {
  ACCOUNT_MEMBERSHIP_UID,
  ACCOUNT_STATUS_UID,
  ACCOUNT_UID,
  CONTACT_ROLE_UID,
} from '../contract';
import { accountStatuses, contactRoles } from '../label-sets';
import { removeAccount } from '../remove-account';

export const contentApiControllers: Record<string, ControllerFactory> = {
  account: removingController(ACCOUNT_UID, removeAccount),
  'account-status': removingController(ACCOUNT_STATUS_UID, (strapi, removal) =>
    removeLabel(strapi, accountStatuses, removal)
  ),
  'contact-role': removingController(CONTACT_ROLE_UID, (strapi, removal) =>
    removeLabel(strapi, contactRoles, removal)
  ),
  'account-membership': coreController(ACCOUNT_MEMBERSHIP_UID),
};

export const coreServices: Record<string, ServiceFactory> = {
  account: coreService(ACCOUNT_UID),
  'account-status': coreService(ACCOUNT_STATUS_UID),
  'contact-role': coreService(CONTACT_ROLE_UID),
  'account-membership': coreService(ACCOUNT_MEMBERSHIP_UID),
};
