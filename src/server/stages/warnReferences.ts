import type { Warning } from "../../contract/index.js";

/** Words of packages for pictures that they did not send, such as "Additional images are ignored". */
const SAYS_IGNORED = /\b(?:images?|files?)\b.{0,80}\b(?:ignored|unsupported|not supported|will be used)\b/i;

/**
 * Warns where the package says that it left pictures out: each has its own words, and the image was made, and paid, all the
 * same.
 */
export function warnReferences(warnings: readonly unknown[], count: number): Warning[] {
  if (count === 0 || !warnings.some(isAboutPictures)) return [];
  const message = `The model was given ${count === 1 ? "one picture" : `${count} pictures`} and left some out.`;
  return [{ code: "references_ignored", params: { count }, message }];
}

function isAboutPictures(warning: unknown): boolean {
  const { feature, setting, message, details } = Object(warning) as Record<string, unknown>;
  return (
    /^(?:prompt\.)?(?:images?|files?)$/.test(String(feature ?? setting ?? "")) ||
    [message, details].some((text) => typeof text === "string" && SAYS_IGNORED.test(text))
  );
}
