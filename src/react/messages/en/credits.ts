import type { Message } from "../createTranslate.js";

/**
 * The words of credits that are left.
 *
 * Credits are units of account that a workspace has bought, not loans.
 */
export const credits = {
  // Small, beside Generate. {amount} is "12 credits". Short.
  "credits.left": "{amount} left",
  // Small, behind it. {date} is a day or a day and a time, such as "Jan 1" or "Jan 1, 9:00 AM".
  "credits.filled": "filled up on {date}",
  // The same as a sentence, after one of those below: "they" are the credits. {date} as above.
  "credits.filledSentence": "They are filled up on {date}.",
  // A whole sentence: there are no credits left.
  "credits.none": "No credits left.",
  // {left} and {needed} are numbers or ranges, such as "3" and "4–8"; in a unit other than credits with its name.
  "credits.short": "Not enough credits: {left} left, about {needed} needed.",
  // {left} and {needed} as above.
  "credits.unsure": "The credits may not be enough: {left} left, about {needed} needed.",
} satisfies Record<string, Message>;
