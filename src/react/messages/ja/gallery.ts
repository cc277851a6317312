import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "このバッチの画像",
  "gallery.item": "画像{number}",
  "gallery.empty": "まだ実行されていません。",
  "gallery.progress": "{done}/{total}枚",
  "gallery.done": "完了{count}枚",
  "gallery.failedCount": "失敗{count}枚",
  "gallery.doneAndFailed": "{done} · {failed}",
  "gallery.left": "未開始{count}枚：{reason}",
  "gallery.endedAndLeft": "{ended} · {left}",
  "gallery.waiting": "待機中",
  "gallery.running": "生成中…",
  "gallery.failed": "失敗",
  "gallery.aborted": "待機を中止しました",
  "gallery.undone": "未開始",
  "gallery.retry": "画像{number}を再試行",
  "gallery.atLeast": "{amount}以上",
};
