import type { Message } from "../createTranslate.js";

/** The words of the row of earlier images. */
export const history = {
  "history.item": "Picture {number}: {prompt}",
  "history.newest": "The {count} newest of {total}",
  "history.all": "Show all {count}",
} satisfies Record<string, Message>;
