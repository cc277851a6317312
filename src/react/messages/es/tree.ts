import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of the tree of all variables. */
export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Todas las variables",
  "promptEditor.browserSearch": "Buscar variables",
  "promptEditor.browserEmpty": "Ninguna variable coincide.",
  "promptEditor.browserTruncated": "Solo se muestran las primeras {count} variables.",
};
