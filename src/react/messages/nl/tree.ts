import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Alle variabelen",
  "promptEditor.browserSearch": "Variabelen zoeken",
  "promptEditor.browserEmpty": "Geen variabele gevonden.",
  "promptEditor.browserTruncated": "Alleen de eerste {count} variabelen worden getoond.",
};
