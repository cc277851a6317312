import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** French words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "Solde : {amount}",
  "credits.filled": "recharge le {date}",
  "credits.filledSentence": "Prochaine recharge le {date}.",
  "credits.none": "Solde épuisé.",
  "credits.short": "Solde insuffisant : {left} ; nécessaire : environ {needed}.",
  "credits.unsure": "Le solde risque de ne pas suffire : {left} ; nécessaire : environ {needed}.",
};
