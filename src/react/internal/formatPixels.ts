/** Formats the pixels of an image in the digits of the locale, without marks between thousands. */
export function formatPixels(locale: string, { width, height }: { width: number; height: number }) {
  const { format } = new Intl.NumberFormat(locale, { useGrouping: false });
  return { width: format(width), height: format(height) };
}
