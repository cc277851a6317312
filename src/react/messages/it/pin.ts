import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "Fissa",
  "pin.done": "Immagine fissata. Le esecuzioni di prova usano questa immagine, senza costi.",
  "pin.undone": "Immagine non più fissata. Le esecuzioni di prova tornano a generare immagini.",

  "pinned.other": "Le esecuzioni di prova usano l’immagine fissata, senza costi.",
  "pinned.deleted":
    "L’immagine fissata è stata eliminata, perciò le esecuzioni di prova falliscono. Generane una nuova o smetti di fissare questa.",
  "pinned.settings": "L’immagine fissata è stata generata con altre impostazioni.",
  "pinned.show": "Mostra",
  "pinned.back": "Mostra l’ultima",
  "pinned.unpin": "Non fissare più",
  "warning.pinned_other_settings": "L’immagine fissata è stata generata con altre impostazioni.",
};
