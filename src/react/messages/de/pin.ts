import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Anheften",
  "pin.done": "Angeheftet. Testläufe nehmen dieses Bild und bezahlen nichts.",
  "pin.undone": "Gelöst. Testläufe machen wieder Bilder.",

  "pinned.other": "Testläufe nehmen das angeheftete Bild und bezahlen nichts.",
  "pinned.deleted":
    "Das angeheftete Bild wurde gelöscht, deshalb scheitern Testläufe. Erzeuge ein neues, oder löse es.",
  "pinned.settings": "Das angeheftete Bild entstand mit anderen Einstellungen.",
  "pinned.show": "Zeigen",
  "pinned.back": "Das neueste zeigen",
  "pinned.unpin": "Lösen",
  "warning.pinned_other_settings": "Das angeheftete Bild entstand mit anderen Einstellungen.",
};
