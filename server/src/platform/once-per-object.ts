/** What is worked out from something that does not change, such as a content type's attributes. */
export const oncePerObject = <Key extends object, Result>(
  work: (key: Key) => Result
): ((key: Key) => Result) => {
  const results = new WeakMap<Key, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work(key);
    results.set(key, result);
    return result;
  };
};
