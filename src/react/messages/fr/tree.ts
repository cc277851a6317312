import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

/** French words of the tree of all variables. */
export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Toutes les variables",
  "promptEditor.browserSearch": "Rechercher des variables",
  "promptEditor.browserEmpty": "Aucune variable ne correspond.",
  "promptEditor.browserTruncated": "Seules les {count} premières variables sont affichées.",
};
