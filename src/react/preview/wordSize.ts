import type { Messages } from "../messages/index.js";

/** Words the pixels of an image, such as "1536 × 864": in the digits of the locale, without marks between thousands. */
export function wordSize(t: Messages, { width, height }: { width: number; height: number }): string {
  const digits = new Intl.NumberFormat(t.locale, { useGrouping: false });
  return t("meta.size", { width: digits.format(width), height: digits.format(height) });
}
