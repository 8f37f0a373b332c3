/**
 * The colours of a label that an editor gave one colour to, in either theme: a tint of it behind text in
 * it. Where the colour itself would be hard to read, the text moves towards the theme's ink until it
 * has the contrast that WCAG 2.2 asks of small text (1.4.3), by its formula for relative luminance.
 */

export interface LabelColors {
  background: string;
  border: string;
  text: string;
}

export interface LabelTheme {
  /** What labels lie on. */
  surface: string;
  /** What text is written in. */
  ink: string;
}

type Rgb = readonly [number, number, number];

const READABLE = 4.5;
const TINT = 0.12;
const LINE = 0.3;
const STEP = 0.05;

/** Null for anything but `#rrggbb`: nothing else of what is stored goes into a style. */
export const labelColors = (color: string | null, theme: LabelTheme): LabelColors | null => {
  const own = parse(color);
  const [surface, ink] = [parse(theme.surface), parse(theme.ink)];
  if (!own || !surface || !ink) return null;
  const background = mix(surface, own, TINT);
  const text = readable(own, ink, background);
  return {
    background: toHex(background),
    // Of the text, which is seen on any surface: a white label on white has a line as well.
    border: toHex(mix(surface, text, LINE)),
    text: toHex(text),
  };
};

const readable = (own: Rgb, ink: Rgb, background: Rgb): Rgb => {
  for (let share = 0; share < 1; share += STEP) {
    const text = mix(own, ink, share);
    if (contrastOf(text, background) >= READABLE) return text;
  }
  return ink;
};

/** From 1, the same, to 21, black on white. */
export const contrast = (one: string, other: string): number => {
  const [first, second] = [parse(one), parse(other)];
  return first && second ? contrastOf(first, second) : 1;
};

const contrastOf = (one: Rgb, other: Rgb): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const luminance = (color: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
};

/** `#rgb` is what themes may hold. */
const parse = (color: string | null): Rgb | null => {
  const hex = color?.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, '#$1$1$2$2$3$3');
  if (!hex || !/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
};

const toHex = (color: Rgb): string =>
  `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
