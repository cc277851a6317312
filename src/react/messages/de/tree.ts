import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Alle Variablen",
  "promptEditor.browserSearch": "Variablen suchen",
  "promptEditor.browserEmpty": "Keine Variable passt.",
  "promptEditor.browserTruncated": "Nur die ersten {count} Variablen sind aufgeführt.",
};
