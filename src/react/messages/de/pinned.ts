import type { pinned as en } from "../en/pinned.js";
import type { Message } from "../createTranslate.js";

export const pinned: Record<keyof typeof en, Message> = {
  "pinned.other": "Testläufe nehmen das angeheftete Bild und bezahlen nichts.",
  "pinned.deleted":
    "Das angeheftete Bild wurde gelöscht, deshalb scheitern Testläufe. Erzeuge ein neues, oder löse es.",
  "pinned.settings": "Das angeheftete Bild entstand mit anderen Einstellungen.",
  "pinned.show": "Zeigen",
  "pinned.back": "Das neueste zeigen",
  "pinned.unpin": "Lösen",
  "warning.pinned_other_settings": "Das angeheftete Bild entstand mit anderen Einstellungen.",
};
