import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "Wszystkie zmienne",
  "promptEditor.browserSearch": "Szukaj zmiennych",
  "promptEditor.browserEmpty": "Brak pasujących zmiennych.",
  "promptEditor.browserTruncated": {
    one: "Widoczna jest tylko {count} pierwsza zmienna.",
    few: "Widoczne są tylko {count} pierwsze zmienne.",
    many: "Widocznych jest tylko {count} pierwszych zmiennych.",
    other: "Widoczne jest tylko {count} pierwszej zmiennej.",
  },
};
