import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "画像{number}：{prompt}",
  "history.newest": "全{total}枚中、最新の{count}枚",
  "history.all": "全{count}枚を表示",
};
