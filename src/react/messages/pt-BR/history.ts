import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "Imagem {number}: {prompt}",
  "history.newest": "As {count} mais recentes de {total}",
  "history.all": "Mostrar todas ({count})",
};
