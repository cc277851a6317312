import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Vorschau",
  "preview.empty": "Hier erscheint dein Bild.",
  "preview.notLoaded": "Der Rest der Vorschau konnte nicht geladen werden. Prüfe die Verbindung.",

  "status.idle": "Noch kein Bild",
  "status.running": "Läuft",
  "status.selected": "Früheres Bild",
  "status.late": "Spät angekommen",
  "status.pinned": "Angeheftetes Bild",
  "status.waiting": "Läuft noch",
  "status.succeeded": "Fertig",
  "status.failed": "Kein Bild",
  "status.cancelled": "Abgebrochen",

  "progress.starting": "Beginnt …",
  "progress.prompt": "Der Prompt wird geschrieben …",
  "progress.image": "Wird gezeichnet …",
  "progress.store": "Wird gespeichert …",
};
