import { darkTheme, lightTheme } from '@strapi/design-system';
import fc from 'fast-check';
import { contrast, labelColors } from '../../../admin/src/shared/label-colors';

const themes = [lightTheme, darkTheme].map(({ colors }) => ({
  surface: colors.neutral0,
  ink: colors.neutral800,
}));
const [light, dark] = themes as [(typeof themes)[0], (typeof themes)[0]];

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#4945ff', '#4945ff')).toBe(1);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, theme) => {
  it.each(['#ffffff', '#000000', '#ffff00', '#0000ff', '#808080', theme.surface, theme.ink])(
    'a label of %s can be read',
    (color) => {
      const own = labelColors(color, theme);
      expect(contrast(own?.text ?? '', own?.background ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  );

  it('every colour there is can be read', () => {
    const color = fc.integer({ min: 0, max: 0xffffff });
    fc.assert(
      fc.property(color, (value) => {
        const own = labelColors(`#${value.toString(16).padStart(6, '0')}`, theme);
        return own !== null && contrast(own.text, own.background) >= 4.5;
      }),
      { numRuns: 2_000 }
    );
  });
});

it('leaves a colour as it is where that can be read', () => {
  expect(labelColors('#1b5e20', light)?.text).toBe('#1b5e20');
  expect(labelColors('#ffe08a', dark)?.text).toBe('#ffe08a');
});

it.each([null, '', 'red', '#fff0', 'red; background: url(x)', '#12345g'])(
  'lets nothing into a style that is no colour: %j',
  (color) => {
    expect(labelColors(color, light)).toBeNull();
  }
);
