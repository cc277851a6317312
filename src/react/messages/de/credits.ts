import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

/** German words of credits that are left. */
export const credits = {
  "credits.left": "noch {amount}",
  "credits.filled": "wieder aufgefüllt am {date}",
  "credits.filledSentence": "Das Guthaben wird am {date} wieder aufgefüllt.",
  "credits.none": "Das Guthaben ist aufgebraucht.",
  "credits.short": "Das Guthaben reicht nicht: noch {left}, etwa {needed} nötig.",
  "credits.unsure": "Das Guthaben reicht vielleicht nicht: noch {left}, etwa {needed} nötig.",
} satisfies Record<keyof typeof en, Message>;
