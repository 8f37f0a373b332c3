/** Whether a list is as a view has it; what is empty says nothing. */
export const isSameQuery = (
  left: Record<string, string>,
  right: Record<string, string>
): boolean => {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => (left[name] ?? '') === (right[name] ?? ''));
};
