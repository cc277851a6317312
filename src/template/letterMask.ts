/** Makes one bit per letter and digit, some shared: a text that lacks a letter of a query need not be compared with it. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << text.charCodeAt(i);
  return mask;
}
