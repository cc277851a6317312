import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "画像生成",
  "panel.configuration": "設定",
  "panel.titleLocked": "{title}（{state}）",
  "panel.readOnly": "読み取り専用",
  "panel.disabled": "無効",
  "panel.previewText": "テキストを確認",
  "panel.length": "{count}文字",
  "configForm.generate": "生成",
  "configForm.generateCount": "{count}枚を生成",
  "configForm.count": "枚数",
  "configForm.countOf": "{count}枚",
  "configForm.cancel": "キャンセル",
  "configForm.elapsed": "{seconds}秒",
  "configForm.reset": "リセット",
  "configForm.reload": "再試行",
  "configForm.catalogFailed": "モデルの一覧を読み込めませんでした。",
  "configForm.sampleNote": "前のノードのサンプル値で実行します。",

  "modeSwitch.label": "プロンプトの作成方法",
  "mode.manual.label": "手動",
  "mode.manual.description": "入力したテキストに変数の値を反映して送信します。料金は画像の分だけです。",
  "mode.prompt_ai.label": "AI作成",
  "mode.prompt_ai.description":
    "指示をもとに、プロンプトモデルがプロンプトを作成します。プロンプトと画像の料金がかかります。",
  "mode.auto.label": "自動",
  "mode.auto.description":
    "前のノードの内容をもとに、プロンプトモデルがプロンプトを作成します。プロンプトと画像の料金がかかります。",
  "mode.kept": "手動で入力したテキストは「手動」に残っています。",

  "prompt.manual.label": "プロンプト",
  "prompt.manual.placeholder":
    "画像の内容を入力します。「{trigger}」と入力すると、前のノードの値を挿入できます。",
  "prompt.prompt_ai.label": "指示",
  "prompt.placeholder.plain": "画像の内容を入力します。",
  "prompt.prompt_ai.placeholder":
    "画像の用途を入力します。「{trigger}」と入力すると、前のノードの値を挿入できます。",

  "sentData.sent": "{nodes}の出力をプロンプトモデルに渡します。",
  "sentData.held": "{nodes}は機密に指定されているため、渡しません。",
  "sentData.emptyTitle": "プロンプトの元になるデータがありません",
  "sentData.empty":
    "「自動」は前のノードの内容からプロンプトを作成しますが、このノードの前にノードがありません。ノードを接続するか、「手動」を選択してください。",

  "select.image-model.label": "画像モデル",
  "select.prompt-model.label": "プロンプトモデル",
  "select.aspect-ratio.label": "アスペクト比",
  "select.style.label": "スタイル",
  "select.image-model.empty":
    "このワークスペースには画像モデルがありません。管理者に接続を依頼してください。",
  "select.prompt-model.empty":
    "このワークスペースにはプロンプトモデルがありません。「手動」を選択するか、管理者に接続を依頼してください。",
  "select.ready": "選択",
  "select.loading": "読み込み中…",
  "select.failed": "読み込めませんでした",
  "select.empty": "選択肢なし",
  "select.image-model.retired":
    "保存されているモデルは提供が終了しました。次の実行までに別のモデルを選択してください。",
  "select.prompt-model.retired":
    "保存されているモデルは提供が終了しました。次の実行までに別のモデルを選択してください。",
  "select.aspect-ratio.retired":
    "保存されているアスペクト比は提供が終了しました。次の実行までに別のアスペクト比を選択してください。",
  "select.style.retired":
    "保存されているスタイルは提供が終了しました。次の実行までに別のスタイルを選択してください。",
  "select.retiredNote": "提供終了",

  "model.default": "デフォルトのモデル",
  "model.defaultNote": "デフォルト",
  "model.demo": "デモ",
  "model.deprecated": "提供終了予定",
  "model.deprecatedReason": "{model}はまもなく提供が終了します。早めに別のモデルを選択してください。",
  "price.image": "画像1枚{amount}",
  "price.prompt": "プロンプト1件{amount}",
  "price.unknown": "価格不明",

  "cost.about": "約{amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": "{amount}クレジット",
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "定価ベース",
  "cost.source": "{source}",
  "cost.loop": "ループ項目{count}件：{amount}",
  "cost.loopSingle": "ループ項目{count}件（各1枚）：{amount}",
  "cost.demo": "無料デモ",
  "cost.free": "無料",
  "cost.unknown": "価格不明",

  "configForm.refused": "{title}。{text}",
  "error.network.code.title": "読み込みが完了していません",
  "error.network.code.text":
    "ページの一部を取得できなかったため、何も送信されず、料金も発生していません。もう一度お試しください。",
};
