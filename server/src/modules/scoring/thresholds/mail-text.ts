/** What an e-mail about a threshold says. */
import type { Threshold } from '../contract';

export interface Reached {
  name: string;
  documentId: string;
  total: number;
}

interface Mail {
  /** The score's title. */
  score: string;
  threshold: Pick<Threshold, 'name' | 'at'>;
  /** Those who are listed; `count` is of all. */
  reached: Reached[];
  count: number;
  linkOf: (documentId: string) => string;
}

export const mailText = ({
  score,
  threshold,
  reached,
  count,
  linkOf,
}: Mail): { subject: string; text: string } => {
  const what = `“${threshold.name}” (${points(threshold.at)} in ${score})`;
  const [first] = reached;
  const who = count === 1 && first ? oneLine(first.name) : `${count} contacts`;
  const lines = reached.map(
    ({ name, total, documentId }) => `${oneLine(name)}: ${points(total)}\n${linkOf(documentId)}`
  );
  const more = count - reached.length;
  return {
    subject: `${who} reached ${oneLine(threshold.name)} in ${oneLine(score)}`,
    text: [`${who} reached ${what}.`, ...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join(
      '\n\n'
    ),
  };
};

const points = (count: number): string => (count === 1 ? '1 point' : `${count} points`);

/** A subject is one line, whatever somebody is called. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
