import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** Italian words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Saldo: {amount}",
  "credits.filled": "prossima ricarica: {date}",
  "credits.filledSentence": "Prossima ricarica: {date}.",
  "credits.none": "I crediti sono esauriti.",
  "credits.short": "Crediti insufficienti. Saldo: {left}; richiesti: circa {needed}.",
  "credits.unsure": "I crediti potrebbero non bastare. Saldo: {left}; richiesti: circa {needed}.",
};
