import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "Anteprima",
  "preview.empty": "La tua immagine apparirà qui.",
  "preview.notLoaded": "Impossibile caricare il resto dell’anteprima. Controlla la connessione.",

  "status.idle": "Ancora nessuna immagine",
  "status.running": "In corso",
  "status.selected": "Immagine precedente",
  "status.late": "Arrivata in ritardo",
  "status.pinned": "Immagine fissata",
  "status.waiting": "Ancora in corso",
  "status.succeeded": "Pronta",
  "status.failed": "Nessuna immagine",
  "status.cancelled": "Annullata",

  "progress.starting": "Avvio…",
  "progress.prompt": "Scrittura del prompt…",
  "progress.image": "Generazione dell’immagine…",
  "progress.store": "Salvataggio…",
};
