/** Text as it is compared in searches and sorted in lists: without case and diacritics. */
const MARKS = /\p{M}+/gu;

/** Letters that Unicode does not take apart into a letter and a mark. */
const single: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const SINGLE = new RegExp(`[${Object.keys(single).join('')}]`, 'gu');

export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    // Lower-casing can bring a mark back: "İ".
    .replace(MARKS, '')
    .replace(SINGLE, (letter) => single[letter] ?? letter);
