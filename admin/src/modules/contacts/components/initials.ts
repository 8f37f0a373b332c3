/** "Ann van Novak" is AN; "ann@acme.example" is A; never more than two letters. */
export const initialsOf = (name: string): string => {
  const words = name.includes('@') ? [name] : name.trim().split(/\s+/);
  const first = letterOf(words[0]);
  const last = words.length > 1 ? letterOf(words[words.length - 1]) : '';
  return `${first}${last}`.toLocaleUpperCase();
};

/** By code point, so that a name outside the basic plane is not cut in half. */
const letterOf = (word: string | undefined): string => Array.from(word ?? '')[0] ?? '';
