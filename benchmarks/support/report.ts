/** Prints the figures of one run, and whether each target was reached. */
export interface Figure {
  name: string;
  value: number;
  unit?: string;
  target?: number;
  /** Whether the target is a minimum (else a maximum). */
  atLeast?: boolean;
}

export const report = (title: string, figures: Figure[]): void => {
  const lines = figures.map(({ name, value, unit = '', target, atLeast }) => {
    const verdict =
      target === undefined
        ? ''
        : (atLeast ? value >= target : value <= target)
          ? 'reached'
          : 'MISSED';
    const aim = target === undefined ? '' : `(${atLeast ? '≥' : '≤'} ${target} ${unit})`;
    return `  ${name.padEnd(44)} ${format(value).padStart(10)} ${unit.padEnd(6)} ${aim} ${verdict}`;
  });
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
};

const format = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 3 : 1);
