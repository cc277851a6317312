import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "nog {amount}",
  "credits.filled": "wordt aangevuld op {date}",
  "credits.filledSentence": "De credits worden aangevuld op {date}.",
  "credits.none": "Geen credits meer.",
  "credits.short": "Niet genoeg credits: nog {left}, ongeveer {needed} nodig.",
  "credits.unsure": "Misschien niet genoeg credits: nog {left}, ongeveer {needed} nodig.",
};
