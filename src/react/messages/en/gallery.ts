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
  // One of three pieces that the next messages put together. {count} is from 0 on.
  "gallery.done": { one: "{count} picture", other: "{count} pictures" },
  // Second piece. {count} is a number of pictures; "failed" is said of them.
  "gallery.failedCount": { one: "{count} failed", other: "{count} failed" },
  // Puts the first two together: {done} is such as "3 pictures", {failed} such as "2 failed".
  "gallery.doneAndFailed": "{done} and {failed}",
  // Third piece. {count} is a number of pictures, {reason} the title of an error, such as "No credits left".
  "gallery.left": {
    one: "{count} not begun: {reason}",
    other: "{count} not begun: {reason}",
  },
  // Puts them together: {ended} is such as "3 pictures and 2 failed", or "3 pictures"; {left} is the third piece.
  "gallery.endedAndLeft": "{ended} – {left}",

  /* State of one picture, on its tile: short. */
  // Said of the picture: it waits for its turn.
  "gallery.waiting": "Waiting",
  // The model draws this picture now.
  "gallery.running": "Drawing …",
  // This picture could not be made, and why is not known.
  "gallery.failed": "Failed",
  // Nobody waits for this picture any more; it may be made all the same.
  "gallery.aborted": "Stopped waiting",
  // This picture was never asked for.
  "gallery.undone": "Not begun",
  // Name of the button "Retry" of one picture, said aloud, a verb. {number} is its place.
  "gallery.retry": "Retry picture {number}",
  // What the series cost, where not all of it is known: {amount} is with its unit, such as "0.12 USD".
  "gallery.atLeast": "at least {amount}",
} satisfies Record<string, Message>;
