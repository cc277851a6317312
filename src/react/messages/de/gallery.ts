import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Bilder dieser Reihe",
  "gallery.item": "Bild {number}",
  "gallery.empty": "Noch nichts gelaufen.",
  "gallery.progress": "{done} von {total}",
  "gallery.done": { one: "{count} Bild", other: "{count} Bilder" },
  "gallery.failedCount": { one: "{count} gescheitert", other: "{count} gescheitert" },
  "gallery.doneAndFailed": "{done} und {failed}",
  "gallery.left": {
    one: "{count} nicht begonnen: {reason}",
    other: "{count} nicht begonnen: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "Wartet",
  "gallery.running": "Wird gezeichnet …",
  "gallery.failed": "Gescheitert",
  "gallery.aborted": "Nicht länger gewartet",
  "gallery.undone": "Nicht begonnen",
  "gallery.retry": "Bild {number} wiederholen",
  "gallery.atLeast": "mindestens {amount}",
};
