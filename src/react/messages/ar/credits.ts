import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** Arabic words of credits that are left. */
export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "المتبقي: {amount}",
  "credits.filled": "يُعاد الشحن في {date}",
  "credits.filledSentence": "يُعاد شحن الرصيد في {date}.",
  "credits.none": "نفد الرصيد.",
  "credits.short": "الرصيد لا يكفي: المتبقي {left}، والمطلوب نحو {needed}.",
  "credits.unsure": "قد لا يكفي الرصيد: المتبقي {left}، والمطلوب نحو {needed}.",
};
