import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Voorvertoning",
  "preview.empty": "Hier verschijnt je afbeelding.",
  "preview.notLoaded": "De rest van de voorvertoning kon niet worden geladen. Controleer de verbinding.",

  "status.idle": "Nog geen afbeelding",
  "status.running": "Bezig",
  "status.selected": "Eerdere afbeelding",
  "status.late": "Te laat aangekomen",
  "status.pinned": "Vastgezette afbeelding",
  "status.waiting": "Nog bezig",
  "status.succeeded": "Klaar",
  "status.failed": "Geen afbeelding",
  "status.cancelled": "Geannuleerd",

  "progress.starting": "Starten…",
  "progress.prompt": "Prompt schrijven…",
  "progress.image": "Genereren…",
  "progress.store": "Opslaan…",
};
