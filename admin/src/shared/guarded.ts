import type { Edition } from './edition';
import type { PermissionUid } from './permissions';

/** What only some users see, or only one edition has. */
export interface Guarded {
  /** All of them are needed, as by the server's routes. */
  permissions: readonly PermissionUid[];
  /** Only in this edition; in both when left out. */
  edition?: Edition;
}
