import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "すべての変数",
  "promptEditor.browserSearch": "変数を検索",
  "promptEditor.browserEmpty": "一致する変数がありません。",
  "promptEditor.browserTruncated": "先頭の{count}件だけを表示しています。",
};
