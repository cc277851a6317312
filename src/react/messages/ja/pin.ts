import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "固定",
  "pin.done": "固定しました。テスト実行ではこの画像が使われ、料金はかかりません。",
  "pin.undone": "固定を解除しました。テスト実行では再び画像を生成します。",

  "pinned.other": "テスト実行では固定した画像が使われ、料金はかかりません。",
  "pinned.deleted":
    "固定した画像が削除されたため、テスト実行は失敗します。新しい画像を生成するか、固定を解除してください。",
  "pinned.settings": "固定した画像は、別の設定で生成されたものです。",
  "pinned.show": "表示",
  "pinned.back": "最新を表示",
  "pinned.unpin": "固定解除",
  "warning.pinned_other_settings": "固定した画像は、別の設定で生成されたものです。",
};
