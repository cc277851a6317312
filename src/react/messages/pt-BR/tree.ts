import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Todas as variáveis",
  "promptEditor.browserSearch": "Buscar variáveis",
  "promptEditor.browserEmpty": "Nenhuma variável corresponde.",
  "promptEditor.browserTruncated": "Só as primeiras {count} variáveis são listadas.",
};
