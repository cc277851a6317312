import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "Immagine {number}: {prompt}",
  "history.newest": "Le {count} più recenti di {total}",
  "history.all": "Mostra tutte ({count})",
};
