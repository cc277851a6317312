import type { Message } from "../createTranslate.js";

/**
 * The words of what is left to pay with.
 *
 * It is in credits, units of account that a workspace has bought, or in money such as USD: "balance" is said of both.
 */
export const credits = {
  // Small, beside Generate. {amount} is "12 credits". Short.
  "credits.left": "{amount} left",
  // Small, behind it. {date} is a day or a day and a time, such as "Jan 1" or "Jan 1, 9:00 AM".
  "credits.filled": "filled up on {date}",
  // The same as a sentence, after one of those below: {date} as above.
  "credits.filledSentence": "The balance is filled up on {date}.",
  // A whole sentence: nothing is left.
  "credits.none": "The balance is used up.",
  // {left} and {needed} are amounts or ranges with their unit, such as "3 credits" and "4–8 credits", or "0.02 USD".
  "credits.short": "Not enough: {left} left, about {needed} needed.",
  // {left} and {needed} as above.
  "credits.unsure": "It may not be enough: {left} left, about {needed} needed.",
} satisfies Record<string, Message>;
