import type { Message } from "../createTranslate.js";

/** The words of a batch. */
export const gallery = {
  "gallery.label": "Pictures of this series",
  "gallery.item": "Picture {number}",
  "gallery.empty": "Nothing was run yet.",
  "gallery.progress": "{done} of {total}",
  "gallery.done": { one: "{count} picture", other: "{count} pictures" },
  "gallery.failed": { one: "and {count} failed", other: "and {count} failed" },
  "gallery.left": {
    one: "– {count} not begun: {reason}",
    other: "– {count} not begun: {reason}",
  },
  "gallery.waiting": "Waiting",
  "gallery.running": "Drawing …",
  "gallery.aborted": "Stopped waiting",
  "gallery.undone": "Not begun",
  "gallery.retry": "Retry picture {number}",
  "gallery.atLeast": "at least {amount} {currency}",
} satisfies Record<string, Message>;
