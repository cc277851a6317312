import type { credits as en } from "../en/credits.js";
import type { Message } from "../createTranslate.js";

export const credits: Record<keyof typeof en, Message> = {
  "credits.left": "pozostało: {amount}",
  "credits.filled": "uzupełnienie: {date}",
  "credits.filledSentence": "Uzupełnienie kredytów: {date}.",
  "credits.none": "Brak kredytów.",
  "credits.short": "Za mało kredytów: pozostało {left}, potrzeba ok. {needed}.",
  "credits.unsure": "Kredytów może nie wystarczyć: pozostało {left}, potrzeba ok. {needed}.",
};
