import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "Esegui “{node}”",
  "sources.running": "Esecuzione di “{node}”…",
  "sources.sample": { one: "Usa l’esempio", many: "Usa gli esempi", other: "Usa gli esempi" },
  "sources.done": "Il nodo “{node}” è stato eseguito. Genera di nuovo l’immagine.",
  "sources.failed": "Impossibile eseguire “{node}”.",
};
