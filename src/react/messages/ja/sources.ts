import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "「{node}」を実行",
  "sources.running": "「{node}」を実行中…",
  "sources.sample": "サンプル値を使う",
  "sources.done": "「{node}」を実行しました。もう一度生成してください。",
  "sources.failed": "「{node}」を実行できませんでした。",
};
