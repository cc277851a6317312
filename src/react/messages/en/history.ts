import type { Message } from "../createTranslate.js";

/** The words of the row of earlier images. */
export const history = {
  // Name of an earlier picture, said aloud: {number} is its place, {prompt} the beginning of its prompt.
  "history.item": "Picture {number}: {prompt}",
  // Small line above the row of pictures: {count} of them are shown, {total} there are. Both are above one.
  "history.newest": "The {count} newest of {total}",
  // Button, a verb: shows all of them. {count} is above one.
  "history.all": "Show all {count}",
} satisfies Record<string, Message>;
