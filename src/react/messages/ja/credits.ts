import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "残り{amount}",
  "credits.filled": "{date}に補充",
  "credits.filledSentence": "クレジットは{date}に補充されます。",
  "credits.none": "クレジットがありません。",
  "credits.short": "クレジットが足りません（残り{left}、必要数は約{needed}）。",
  "credits.unsure": "クレジットが足りない可能性があります（残り{left}、必要数は約{needed}）。",
};
