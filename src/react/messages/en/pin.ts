import type { Message } from "../createTranslate.js";

/** The words of what is pinned, or may be. */
export const pin = {
  // Button, a verb: keeps this picture for test runs, as with a pin on a wall.
  "pin.label": "Pin",
  "pin.done": "Pinned. Test runs use this picture and pay nothing.",
  // Said aloud after the pin was taken off.
  "pin.undone": "Unpinned. Test runs make pictures again.",

  "pinned.other": "Test runs use the pinned picture and pay nothing.",
  "pinned.deleted": "The pinned picture was deleted, so test runs fail. Generate a new one, or unpin it.",
  "pinned.settings": "The pinned picture was made with other settings.",
  // Button, a verb: shows the pinned picture.
  "pinned.show": "Show it",
  // Button, a verb: shows the newest picture again.
  "pinned.back": "Show the newest",
  // Button, a verb: takes the pin off.
  "pinned.unpin": "Unpin",
  "warning.pinned_other_settings": "The pinned picture was made with other settings.",
} satisfies Record<string, Message>;
