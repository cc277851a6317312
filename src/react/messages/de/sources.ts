import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "„{node}“ ausführen",
  "sources.running": "„{node}“ läuft …",
  "sources.sample": { one: "Beispielwerte nehmen", other: "Beispielwerte nehmen" },
  "sources.done": "„{node}“ ist gelaufen. Erzeuge noch einmal.",
  "sources.failed": "„{node}“ konnte nicht laufen.",
};
