import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "Afbeelding {number}: {prompt}",
  "history.newest": "De {count} nieuwste van {total}",
  "history.all": "Alle {count} tonen",
};
