import type { Message } from "../createTranslate.js";

/** The words of the tree of all variables. */
export const tree = {
  "promptEditor.browser": "All variables",
  "promptEditor.browserSearch": "Search variables",
  "promptEditor.browserEmpty": "No variable matches.",
  "promptEditor.browserTruncated": "Only the first {count} variables are listed.",
} satisfies Record<string, Message>;
