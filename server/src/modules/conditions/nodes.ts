/** Which kind of node one is: what is neither block nor denial is a leaf. */
import type { Condition, CoreCondition } from './contract';

type Block<Node> = Extract<Node, { rules: unknown }> & { type: 'all' | 'any' };
type Not<Node> = Extract<Node, { rule: unknown }> & { type: 'not' };

export const isBlock = <Node extends Condition | CoreCondition>(node: Node): node is Block<Node> =>
  node.type === 'all' || node.type === 'any';

export const isNot = <Node extends Condition | CoreCondition>(node: Node): node is Not<Node> =>
  node.type === 'not';
