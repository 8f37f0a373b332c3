/** As the server takes slots, splits and their variants. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,49}$/u;

export const isName = (text: string): boolean => NAME.test(text.trim());
