import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** Brazilian Portuguese words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Saldo: {amount}",
  "credits.filled": "próxima recarga: {date}",
  "credits.filledSentence": "Próxima recarga: {date}.",
  "credits.none": "O saldo acabou.",
  "credits.short": "Saldo insuficiente: {left}; necessário: cerca de {needed}.",
  "credits.unsure": "O saldo pode não bastar: {left}; necessário: cerca de {needed}.",
};
