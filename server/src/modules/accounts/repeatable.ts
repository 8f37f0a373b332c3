/** A guard whose locks may lose against another write, and which is then tried again from the start. */
import type { DocumentGuard } from '../../platform/document-writes';
import { retryConflicts } from '../../platform/retry-conflicts';
import { explainingTaken, type UniqueField } from '../../platform/unique-fields';

/**
 * Conflicts arise while rows are locked, before Strapi's own write, which is not repeated. What was to
 * be written is put back for the next attempt: a guard reads it as it came.
 */
export const repeatable =
  (unique: readonly UniqueField[], guard: DocumentGuard): DocumentGuard =>
  (strapi, write, next) => {
    const given = write.data;
    let passedOn = false;
    const attempt = () => {
      write.data = given;
      return guard(strapi, write, () => {
        passedOn = true;
        return next();
      });
    };
    return explainingTaken(unique, () =>
      retryConflicts(strapi, attempt, { mayRepeat: () => !passedOn })
    );
  };
