import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "Bild {number}: {prompt}",
  "history.newest": "Die {count} neuesten von {total}",
  "history.all": "Alle {count} zeigen",
};
