import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "Obraz {number}: {prompt}",
  "history.newest": "Najnowsze: {count} z {total}",
  "history.all": "Pokaż wszystkie ({count})",
};
