import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Saldo: {amount}",
  "credits.filled": "recarga: {date}",
  "credits.filledSentence": "Próxima recarga: {date}.",
  "credits.none": "Saldo agotado.",
  "credits.short": "Saldo insuficiente: {left}; necesario: aprox. {needed}.",
  "credits.unsure": "Puede que el saldo no alcance: {left}; necesario: aprox. {needed}.",
};
