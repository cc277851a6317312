import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "残り{amount}",
  "credits.filled": "{date}に補充",
  "credits.filledSentence": "残高は{date}に補充されます。",
  "credits.none": "残高がありません。",
  "credits.short": "残高が足りません：残り{left}、必要量は約{needed}です。",
  "credits.unsure": "残高が足りない可能性があります：残り{left}、必要量は約{needed}です。",
};
