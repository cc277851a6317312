import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

/** French words of the row of earlier images. */
export const history: Record<keyof typeof en, Message> = {
  "history.item": "Image {number} : {prompt}",
  "history.newest": "Les {count} plus récentes sur {total}",
  "history.all": "Tout afficher ({count})",
};
