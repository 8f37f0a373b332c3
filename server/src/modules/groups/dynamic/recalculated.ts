/** Dynamic groups as rules that are worked out again when contacts change. */
import { narrowChanges } from '../../../platform/recalculation/changes';
import type { Changes, Recalculated } from '../../../platform/recalculation/contract';
import { isEms } from '../../../config';
import type { Because } from '../history/because';
import { dynamicGroups, type DynamicGroup } from './dynamic-groups';
import { evaluateGroups } from './evaluate';

export const recalculatedGroups: Recalculated = {
  async open(strapi) {
    const groups = isEms(strapi) ? await dynamicGroups(strapi) : [];
    return {
      rules: groups.map(toRule),
      async evaluate(evaluations, changes) {
        const asked = evaluations.flatMap(({ rule, contactIds }) => {
          const group = groups[rule];
          return group ? [{ group, contactIds }] : [];
        });
        await evaluateGroups(strapi, asked, becauseOf(changes));
      },
    };
  },
};

const toRule = ({ name, dependsOn }: DynamicGroup) => ({ key: `group:${name}`, dependsOn });

const becauseOf =
  (changes: ReadonlyMap<number, Changes>) =>
  ({ dependsOn }: DynamicGroup, contactId: number): Because => ({
    by: 'changes',
    changes: narrowChanges(changes.get(contactId) ?? {}, dependsOn),
  });
