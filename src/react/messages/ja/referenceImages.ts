import type { referenceImages as en } from "../en/referenceImages.js";
import type { Message } from "../createTranslate.js";

export const referenceImages: Record<keyof typeof en, Message> = {
  "referenceImages.title": "参照画像",
  "referenceImages.at": "参照画像{place}",
  "referenceImages.count": "{used}/{max}枚",
  "referenceImages.hint":
    "{model}では画像を{count}枚まで使えます。ここにドロップするか、貼り付けてください。",
  "referenceImages.limit": "{model}では画像を{count}枚まで使えます。",
  "referenceImages.hintNeeded":
    "{model}には画像が{count}枚必要です。ここにドロップするか、貼り付けてください。",
  "referenceImages.limitNeeded": "{model}には画像が{count}枚必要です。",
  "referenceImages.takesNone":
    "{model}は参照画像に対応していません。画像を削除するか、別のモデルを選択してください。",
  "referenceImages.takesFewer":
    "{model}で使える画像は{count}枚までです。残りを削除するか、別のモデルを選択してください。",
  "referenceImages.upload": "アップロード",
  "referenceImages.variable": "変数",
  "referenceImages.history": "以前の画像",
  "referenceImages.earlier": "以前の画像",
  "referenceImages.searchVariables": "変数を検索",
  "referenceImages.files": "画像とファイル",
  "referenceImages.otherVariables": "その他の変数",
  "referenceImages.noVariables": "該当する変数が前のノードにありません。",
  "referenceImages.useEarlier": "画像{number}を追加：{prompt}",
  "referenceImages.unnamed": "画像",
  "referenceImages.ofVariable": "変数から",
  "referenceImages.moveUp": "「{name}」を上に移動",
  "referenceImages.moveDown": "「{name}」を下に移動",
  "referenceImages.remove": "「{name}」を削除",
  "referenceImages.unused": "このモデルでは未使用",
  "referenceImages.deleted": "この画像はワークスペースにもうありません。",
  "referenceImages.broken": "この画像を表示できません。",
  "referenceImages.uploading": "アップロード中…",
  "referenceImages.waiting": "順番待ち",
  "referenceImages.again": "接続が切れました。再試行中…",
  "referenceImages.cancel": "「{name}」のアップロードをキャンセル",
  "referenceImages.retry": "再試行：{name}",
  "referenceImages.retryShort": "再試行",
  "referenceImages.added": "「{name}」を{place}枚目の画像として追加しました。",
  "referenceImages.moved": "「{name}」を{count}枚中{place}番目に移動しました。",
  "referenceImages.removed": "「{name}」を削除しました。",
  "referenceImages.startsUpload": "「{name}」をアップロードしています。",
  "referenceImages.failed": "「{name}」をアップロードできませんでした。{reason}",
  "referenceImages.cancelled": "「{name}」のアップロードをキャンセルしました。",
  "referenceImages.use": "参照画像に追加",
  "referenceImages.used": "参照画像に追加しました。",

  "uploadError.payload_too_large":
    "ファイルが{size}を超えています。小さくしてから、もう一度追加してください。",
  "uploadError.pixels": "画像のピクセル数が多すぎます。小さくしてから、もう一度追加してください。",
  "uploadError.unsupported_media_type":
    "ファイルが破損しているか、保存できない形式です。PNG、JPEG、WebPのいずれかで保存してください。",
  "uploadError.unsupported": "ここでは画像をアップロードできません。",
  "uploadError.body_unreadable": "ファイルを読み取れなくなりました。もう一度選択してください。",
  "uploadError.unauthorized": "サインインしていません。サインインし直してから、もう一度お試しください。",
  "uploadError.forbidden": "ここに画像をアップロードする権限がありません。",
  "uploadError.rate_limited":
    "一度にアップロードする数が多すぎます。少し待ってから、もう一度お試しください。",
  "uploadError.network": "接続が切れました。もう一度お試しください。二重に保存されることはありません。",
  "uploadError.client_timeout":
    "時間がかかりすぎました。もう一度お試しください。二重に保存されることはありません。",
  "uploadError.other": "画像を保存できませんでした。もう一度お試しください。",

  "referenceFault.variable": "参照画像には変数を1つだけ指定します。前後にテキストは付けられません。",
  "referenceFault.invalid": "この参照画像には画像が指定されていません。削除してください。",
  "referenceFault.unsupported":
    "{model}は参照画像に対応していません。この画像を削除するか、別のモデルを選択してください。",
  "referenceFault.tooMany":
    "{model}で使える画像は{count}枚までです。この画像を削除するか、別のモデルを選択してください。",
  "referenceFault.tooFew":
    "{model}には元になる画像が{count}枚必要です。画像を追加するか、別のモデルを選択してください。",
  "referenceFault.missing": "この実行では「{variable}」から画像を取得できません。",
  "referenceFault.notFound": "この画像はワークスペースにありません。削除するか、別の画像を選択してください。",
  "referenceFault.deleted": "この画像は削除されています。一覧から外すか、別の画像を選択してください。",
  "referenceFault.tooLarge": "この画像は大きすぎます。小さくしてから、もう一度追加してください。",
  "referenceFault.unreadable":
    "この画像を読み取れません。PNG、JPEG、WebPのいずれかで保存してから、もう一度追加してください。",
  "fault.invalid_reference": "この参照画像には画像が指定されていません。",
  "fault.references_unsupported": "このモデルは参照画像に対応していません。",
  "fault.too_many_references": "このモデルで使える画像の枚数を超えています。",
  "warning.reference_resized":
    "モデルに合わせて参照画像のサイズを{from}ピクセルから{to}ピクセルに変更しました。",
  "warning.references_ignored": "モデルに参照画像を{count}枚渡しましたが、使われなかった画像があります。",
  "fault.too_few_references": "このモデルには、さらに画像が必要です。",
  "fault.reference_unfit":
    "この画像は細長すぎるか小さすぎるため、モデルで使えません。別の画像を選択してください。",
  "warning.reference_empty": "「{variable}」から画像を取得できなかったため、使いませんでした。",
};
