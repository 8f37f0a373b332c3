import {
  EVERYTHING_MATCHING,
  isEmpty,
  isSelected,
  NOTHING,
  pageMark,
  pageToggled,
  toggled,
} from '../../../admin/src/shared/list/selection';

const page = ['a', 'b', 'c'];

it('selects and deselects a row', () => {
  const one = toggled(NOTHING, 'a', page);
  expect(isSelected(one, 'a')).toBe(true);
  expect(isEmpty(toggled(one, 'a', page))).toBe(true);
});

it('adds the page to rows selected on other pages, and takes it out again', () => {
  const other = toggled(NOTHING, 'z', page);
  const both = pageToggled(other, page);
  expect(pageMark(both, page)).toBe(true);
  const back = pageToggled(both, page);
  expect(isSelected(back, 'z')).toBe(true);
  expect(pageMark(back, page)).toBe(false);
});

it('marks a page that is partly selected', () => {
  expect(pageMark(toggled(NOTHING, 'b', page), page)).toBe('indeterminate');
});

it('counts every row as selected when everything that matches is', () => {
  expect(isSelected(EVERYTHING_MATCHING, 'never seen')).toBe(true);
  expect(pageMark(EVERYTHING_MATCHING, page)).toBe(true);
});

it('narrows everything to the rows in sight when one is taken out', () => {
  const rest = toggled(EVERYTHING_MATCHING, 'a', page);
  expect([isSelected(rest, 'a'), isSelected(rest, 'b'), isSelected(rest, 'z')]).toEqual([
    false,
    true,
    false,
  ]);
});
