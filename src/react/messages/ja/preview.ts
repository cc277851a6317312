import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "プレビュー",
  "preview.empty": "ここに画像が表示されます。",
  "preview.notLoaded": "プレビューの残りを読み込めませんでした。接続を確認してください。",

  "status.idle": "未生成",
  "status.running": "実行中",
  "status.selected": "以前の画像",
  "status.late": "遅れて到着",
  "status.pinned": "固定した画像",
  "status.waiting": "まだ実行中",
  "status.succeeded": "完了",
  "status.failed": "画像なし",
  "status.cancelled": "キャンセル済み",

  "progress.starting": "開始中…",
  "progress.prompt": "プロンプト作成中…",
  "progress.image": "画像を生成中…",
  "progress.store": "保存中…",
};
