import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "nog {amount}",
  "credits.filled": "wordt aangevuld op {date}",
  "credits.filledSentence": "Het tegoed wordt aangevuld op {date}.",
  "credits.none": "Het tegoed is op.",
  "credits.short": "Niet genoeg tegoed: nog {left}, ongeveer {needed} nodig.",
  "credits.unsure": "Misschien niet genoeg tegoed: nog {left}, ongeveer {needed} nodig.",
};
