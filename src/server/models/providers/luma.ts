import type { Provider } from "./Provider.js";
import { readField } from "./readField.js";
import { RATIOS, pixelsUnknown } from "./sizes.js";

/** Words of Luma's for moderation, such as "400: prompt not allowed because advanced moderation failed". */
const MODERATED = /\bmoderation failed\b|\bblacklisted words\b/i;

/** Luma: a generation is submitted, polled, and its image downloaded. */
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
