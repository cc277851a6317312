import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "pozostało: {amount}",
  "credits.filled": "uzupełnienie: {date}",
  "credits.filledSentence": "Uzupełnienie salda: {date}.",
  "credits.none": "Brak środków.",
  "credits.short": "Za mało środków: pozostało {left}, potrzeba ok. {needed}.",
  "credits.unsure": "Środków może nie wystarczyć: pozostało {left}, potrzeba ok. {needed}.",
};
