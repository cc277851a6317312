import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Tutte le variabili",
  "promptEditor.browserSearch": "Cerca variabili",
  "promptEditor.browserEmpty": "Nessuna variabile corrisponde.",
  "promptEditor.browserTruncated": "Sono elencate solo le prime {count} variabili.",
};
