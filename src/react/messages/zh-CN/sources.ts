import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "运行“{node}”",
  "sources.running": "正在运行“{node}”…",
  "sources.sample": "使用示例值",
  "sources.done": "“{node}”已运行完毕。请重新生成。",
  "sources.failed": "无法运行“{node}”。",
};
