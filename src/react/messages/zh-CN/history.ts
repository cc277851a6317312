import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "图片 {number}：{prompt}",
  "history.newest": "最新 {count} 张，共 {total} 张",
  "history.all": "显示全部 {count} 张",
};
