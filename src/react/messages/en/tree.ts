import type { Message } from "../createTranslate.js";

/**
 * The words of the tree of all variables.
 *
 * All variables of earlier nodes, as a tree.
 */
export const tree = {
  // Name of the tree, said aloud.
  "promptEditor.browser": "All variables",
  // In an empty field and its name: a verb.
  "promptEditor.browserSearch": "Search variables",
  "promptEditor.browserEmpty": "No variable matches.",
  // {count} is a large number, such as 2,000.
  "promptEditor.browserTruncated": "Only the first {count} variables are listed.",
} satisfies Record<string, Message>;
