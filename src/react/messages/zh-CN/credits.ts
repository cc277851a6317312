import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "剩余 {amount}",
  "credits.filled": "将于{date}补充",
  "credits.filledSentence": "余额将于{date}补充。",
  "credits.none": "余额已用完。",
  "credits.short": "余额不足：剩余 {left}，约需 {needed}。",
  "credits.unsure": "余额可能不足：剩余 {left}，约需 {needed}。",
};
