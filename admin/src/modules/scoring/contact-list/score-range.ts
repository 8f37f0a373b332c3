/** As the server's filter takes it. */
export interface ScoreRange {
  score: string;
  from: number | undefined;
  to: number | undefined;
}

export const rangeText = ({ score, from, to }: ScoreRange): string =>
  `${score}:${from ?? ''}..${to ?? ''}`;

export const parseRange = (text: string): ScoreRange => {
  const [score = '', range = ''] = text.split(':');
  const [from = '', to = ''] = range.split('..');
  return { score, from: toNumber(from), to: toNumber(to) };
};

const toNumber = (text: string): number | undefined => {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? undefined : number;
};
