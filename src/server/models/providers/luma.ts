import type { Provider } from "./Provider.js";
import { readField } from "./readField.js";
import { RATIOS, pixelsUnknown } from "./sizes.js";

/** Words of Luma's for moderation, such as "400: prompt not allowed because advanced moderation failed". */
const MODERATED = /\bmoderation failed\b|\bblacklisted words\b/i;

/**
 * Luma: a generation is submitted, polled, and its image downloaded. It takes pictures by public links alone, and none are
 * offered: a back end hands bytes on, and where its links can be reached from is not its to know.
 */
export const luma: Provider = {
  name: "Luma",
  packageName: "@ai-sdk/luma",
  matches: ({ provider }) => /^luma\b/i.test(provider),
  delivers: "links",
  polls: true,
  shapes: () => pixelsUnknown(RATIOS),
  refusal: ({ says }) => (says(MODERATED) ? "content_blocked" : undefined),
  isBlocked: (value) =>
    readField(value, "state") === "failed" &&
    MODERATED.test(String(readField(value, "failure_reason") ?? "")),
};
