import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** French words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Solde : {amount}",
  "credits.filled": "recharge le {date}",
  "credits.filledSentence": "Prochaine recharge le {date}.",
  "credits.none": "Crédits épuisés.",
  "credits.short": "Crédits insuffisants. Solde : {left} ; nécessaire : environ {needed}.",
  "credits.unsure": "Les crédits risquent de ne pas suffire. Solde : {left} ; nécessaire : environ {needed}.",
};
