import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the row of earlier images. */
export const history: Record<keyof typeof en, Message> = {
  "history.item": "Imagen {number}: {prompt}",
  "history.newest": "Las {count} más recientes de {total}",
  "history.all": "Mostrar todas ({count})",
};
