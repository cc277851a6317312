import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "Afbeeldingen van deze reeks",
  "gallery.item": "Afbeelding {number}",
  "gallery.empty": "Nog niets uitgevoerd.",
  "gallery.progress": "{done} van {total}",
  "gallery.done": { one: "{count} afbeelding", other: "{count} afbeeldingen" },
  "gallery.failedCount": { one: "{count} mislukt", other: "{count} mislukt" },
  "gallery.doneAndFailed": "{done} en {failed}",
  "gallery.left": {
    one: "{count} niet begonnen: {reason}",
    other: "{count} niet begonnen: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "Wacht",
  "gallery.running": "Genereren…",
  "gallery.failed": "Mislukt",
  "gallery.aborted": "Wachten gestopt",
  "gallery.undone": "Niet begonnen",
  "gallery.retry": "Opnieuw: afbeelding {number}",
  "gallery.atLeast": "minstens {amount}",
};
