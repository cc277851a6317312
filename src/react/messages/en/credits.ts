import type { Message } from "../createTranslate.js";

/** The words of credits that are left. */
export const credits = {
  "credits.left": "{amount} left",
  "credits.filled": "filled up on {date}",
  "credits.filledSentence": "They are filled up on {date}.",
  "credits.none": "No credits left.",
  "credits.short": "Not enough credits: {left} left, about {needed} needed.",
  "credits.unsure": "The credits may not be enough: {left} left, about {needed} needed.",
} satisfies Record<string, Message>;
