import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** Italian words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Saldo: {amount}",
  "credits.filled": "prossima ricarica: {date}",
  "credits.filledSentence": "Prossima ricarica: {date}.",
  "credits.none": "Il saldo è esaurito.",
  "credits.short": "Saldo insufficiente: {left}; necessario: circa {needed}.",
  "credits.unsure": "Il saldo potrebbe non bastare: {left}; necessario: circa {needed}.",
};
