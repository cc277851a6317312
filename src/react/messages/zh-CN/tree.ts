import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "所有变量",
  "promptEditor.browserSearch": "搜索变量",
  "promptEditor.browserEmpty": "没有匹配的变量。",
  "promptEditor.browserTruncated": "仅列出前 {count} 个变量。",
};
