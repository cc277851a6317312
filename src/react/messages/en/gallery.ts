import type { Message } from "../createTranslate.js";

/**
 * The words of a batch.
 *
 * A series: the node runs once for each item of a list.
 */
export const gallery = {
  // Name of the list of pictures, said aloud.
  "gallery.label": "Pictures of this series",
  // Name of one picture: {number} is its place, from 1 on.
  "gallery.item": "Picture {number}",
  "gallery.empty": "Nothing was run yet.",
  // While it runs: {done} and {total} are numbers, "3 of 12".
  "gallery.progress": "{done} of {total}",
  // This and the next two are put together into one line: "3 pictures and 2 failed – 4 not begun: …". {count} is
  // from 0 on.
  "gallery.done": { one: "{count} picture", other: "{count} pictures" },
  // Second piece of that line. {count} is a number of pictures; "failed" is said of them.
  "gallery.failed": { one: "and {count} failed", other: "and {count} failed" },
  // Third piece of that line. {count} is a number of pictures, {reason} the title of an error, such as "No credits
  // left".
  "gallery.left": {
    one: "– {count} not begun: {reason}",
    other: "– {count} not begun: {reason}",
  },

  /* State of one picture, on its tile: short. */
  // Said of the picture: it waits for its turn.
  "gallery.waiting": "Waiting",
  // The model draws this picture now.
  "gallery.running": "Drawing …",
  // Nobody waits for this picture any more; it may be made all the same.
  "gallery.aborted": "Stopped waiting",
  // This picture was never asked for.
  "gallery.undone": "Not begun",
  // Name of the button "Retry" of one picture, said aloud, a verb. {number} is its place.
  "gallery.retry": "Retry picture {number}",
  // What the series cost, where not all of it is known: {amount} is a number such as "0.12", {currency} such as
  // "USD".
  "gallery.atLeast": "at least {amount} {currency}",
} satisfies Record<string, Message>;
