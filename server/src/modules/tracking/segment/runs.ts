/**
 * Messages mean what they say in the order they were sent: pages before an identify are the old user's.
 * Within a run nobody changes, so a whole run is written at once.
 */
import type { VisitorKey } from '../../identity';
import type { Message } from './message';

export type Run = { events: Message[] } | { identify: Message } | { group: Message };

export const toRuns = (messages: Message[]): Run[] => {
  const runs: Run[] = [];
  let events: Message[] = [];
  let users = new Map<VisitorKey, string>();
  const endRun = () => {
    if (events.length > 0) runs.push({ events });
    events = [];
    users = new Map();
  };
  for (const message of messages) {
    if (message.type === 'group') {
      endRun();
      runs.push({ group: message });
      continue;
    }
    if (message.type === 'identify' || message.type === 'alias') {
      endRun();
      runs.push({ identify: message });
      continue;
    }
    const { key, userId } = message;
    if (userId !== null && (users.get(key) ?? userId) !== userId) endRun();
    if (userId !== null) users.set(key, userId);
    events.push(message);
  }
  endRun();
  return runs;
};
