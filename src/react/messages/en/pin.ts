import type { Message } from "../createTranslate.js";

/** The words of what is pinned, or may be. */
export const pin = {
  "pin.label": "Pin",
  "pin.done": "Pinned. Test runs use this picture and pay nothing.",
  "pin.undone": "Unpinned. Test runs make pictures again.",

  "pinned.other": "Test runs use the pinned picture and pay nothing.",
  "pinned.deleted": "The pinned picture was deleted, so test runs fail. Generate a new one, or unpin it.",
  "pinned.settings": "The pinned picture was made with other settings.",
  "pinned.show": "Show it",
  "pinned.back": "Show the newest",
  "pinned.unpin": "Unpin",
  "warning.pinned_other_settings": "The pinned picture was made with other settings.",
} satisfies Record<string, Message>;
