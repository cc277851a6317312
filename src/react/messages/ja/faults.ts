import type { faults as en } from "../en/faults.js";
import type { Message } from "../createTranslate.js";

export const faults: Record<keyof typeof en, Message> = {
  "charge.yes": "画像の料金が発生しました。",
  "charge.no": "画像の料金は発生していません。",
  "charge.unknown": "画像の料金が発生したかどうかは不明です。",

  "error.waiting.title": "まだ実行中です",
  "error.waiting.text":
    "画像はこのあと届く可能性があります。待機を再開すれば、二重に料金がかからずに受け取れます。",
  "error.unknown.title": "画像を生成できませんでした",
  "error.unknown.text":
    "原因は不明です。もう一度お試しください。繰り返し失敗する場合は、管理者に連絡してください。",
  "error.invalid_json.title": "リクエストを解釈できませんでした",
  "error.invalid_json.text": "送信された内容をサーバーが読み取れませんでした。管理者に連絡してください。",
  "error.body_unreadable.title": "リクエストが途中で切れました",
  "error.body_unreadable.text": "送信中に接続が切れました。もう一度お試しください。",
  "error.idempotency_key_missing.title": "リクエストの一部が届きませんでした",
  "error.idempotency_key_missing.text":
    "おそらくプロキシにより、途中で取り除かれました。管理者に連絡してください。",
  "error.unauthorized.title": "サインインしていません",
  "error.unauthorized.text": "サインインし直してから、もう一度生成してください。",
  "error.forbidden.title": "この操作は許可されていません",
  "error.forbidden.text": "このアカウントでは画像を生成できません。管理者に問い合わせてください。",
  "error.forbidden.origin_refused.title": "サーバーがこのページを受け付けません",
  "error.forbidden.origin_refused.text": "管理者がこのページのアドレスを許可する必要があります。",
  "error.bad_signature.title": "画像のリンクが無効です",
  "error.bad_signature.text":
    "リンクが変更されているか、一部が欠けています。新しいリンクを取得してください。",
  "error.credits_exhausted.title": "クレジットがありません",
  "error.credits_exhausted.text":
    "ワークスペースのクレジットを使い切りました。補充されたら、もう一度生成してください。",
  "error.credits_exhausted.provider_account.title": "モデルのアカウントに残高がありません",
  "error.credits_exhausted.provider_account.text":
    "管理者がモデルのプロバイダーのアカウントにチャージする必要があります。",
  "error.not_found.title": "実行が見つかりませんでした",
  "error.not_found.text":
    "この実行はサーバーに存在しないか、すでに削除されています。実行の保存期間は1日です。",
  "error.picture.title": "使えない参照画像があります",
  "error.picture.text": "印の付いた参照画像を確認し、削除するか、別の画像を選択してください。",
  "error.method_not_allowed.title": "サーバーがこの機能に対応していません",
  "error.method_not_allowed.text":
    "サーバーがこのエディターより古い可能性があります。管理者に更新を依頼してください。",
  "error.link_expired.title": "画像のリンクの有効期限が切れました",
  "error.link_expired.text": "リンクの有効期間は1週間です。新しいリンクを取得してください。",
  "error.attachment_deleted.title": "画像は削除されました",
  "error.attachment_deleted.text": "画像はもう保存されていません。もう一度生成してください。",
  "error.idempotency_in_progress.title": "この実行は処理中です",
  "error.idempotency_in_progress.text": "同じリクエストを処理しています。完了するまでお待ちください。",
  "error.cancelled.title": "キャンセルしました",
  "error.cancelled.text": "画像ができる前に実行をキャンセルしました。",
  "error.payload_too_large.title": "データが多すぎます",
  "error.payload_too_large.text":
    "前のノードの値が大きすぎて送信できません。変数を減らすか、より小さいものにしてください。",
  "error.unsupported_media_type.title": "リクエストの形式が正しくありません",
  "error.unsupported_media_type.text":
    "このページが送信する内容を、サーバーが扱えません。管理者に連絡してください。",
  "error.invalid_request.title": "無効な設定があります",
  "error.invalid_request.text": "印の付いた項目を確認してください。",
  "error.invalid_template.title": "プロンプトに正しくない変数があります",
  "error.invalid_template.text": "テキスト内の変数を修正してください。",
  "error.missing_variable.title": "値のない変数があります",
  "error.missing_variable.text":
    "モデルには何も送信されていません。別の変数を選択するか、その変数を出力するノードを先に実行してください。",
  "error.empty_prompt.title": "プロンプトが空です",
  "error.empty_prompt.text": "プロンプトを入力するか、変数にテキストが入っているか確認してください。",
  "error.prompt_too_long.title": "プロンプトが長すぎます",
  "error.prompt_too_long.text":
    "この画像モデルの文字数の上限を超えています。テキストを短くするか、別のモデルを選択してください。",
  "error.model_unavailable.title": "モデルを利用できません",
  "error.model_unavailable.text":
    "提供が終了したか、ワークスペースに利用権限がありません。別のモデルを選択してください。",
  "error.content_blocked.title": "モデルがこのプロンプトを拒否しました",
  "error.content_blocked.text":
    "モデルの安全性チェックでテキストがブロックされました。表現を変えてください。",
  "error.provider_rejected.title": "モデルがリクエストを受け付けませんでした",
  "error.provider_rejected.text": "プロンプトや設定を変更するか、別のモデルを選択してください。",
  "error.idempotency_mismatch.title": "リクエストが別のものと混同されました",
  "error.idempotency_mismatch.text":
    "設定の異なる以前のリクエストとして扱われました。もう一度お試しください。",
  "error.rate_limited.title": "リクエストが多すぎます",
  "error.rate_limited.text": "モデルが混み合っています。少し待ってから、もう一度お試しください。",
  "error.internal.title": "サーバーでエラーが発生しました",
  "error.internal.text":
    "プロンプトに問題はありません。もう一度お試しください。繰り返し失敗する場合は、管理者に連絡してください。",
  "error.provider_misconfigured.title": "モデルが正しく設定されていません",
  "error.provider_misconfigured.text": "管理者がモデルのキーと設定を確認する必要があります。",
  "error.storage_failed.title": "画像を保存できませんでした",
  "error.storage_failed.text":
    "画像は生成されましたが、保存できませんでした。もう一度お試しください。繰り返し失敗する場合は、管理者に連絡してください。",
  "error.provider_error.title": "モデルのプロバイダーでエラーが発生しました",
  "error.provider_error.text": "プロンプトに問題はありません。少し待ってから、もう一度お試しください。",
  "error.prompt_failed.title": "プロンプトを作成できませんでした",
  "error.prompt_failed.text":
    "プロンプトモデルが拒否したか、何も出力しませんでした。指示を変更するか、「手動」を選択してください。",
  "error.bad_image.title": "画像が壊れています",
  "error.bad_image.text": "モデルから届いたデータは、画像として使えません。",
  "error.no_image.title": "モデルから画像が届きませんでした",
  "error.no_image.text":
    "応答はありましたが、画像が含まれていません。もう一度試すか、プロンプトの表現を変えてください。",
  "error.no_image.no_longer_available.title": "画像が失われました",
  "error.no_image.no_longer_available.text":
    "サーバーの処理が途中で中断され、モデルのサービスにも画像が残っていません。「再試行」で新しい画像を生成しますが、再び料金がかかる場合があります。",
  "error.overloaded.title": "サーバーが混み合っています",
  "error.overloaded.text": "待機中の実行が多すぎます。少し待ってから、もう一度お試しください。",
  "error.timeout.title": "時間がかかりすぎました",
  "error.timeout.text":
    "画像ができる前に制限時間に達しました。もう一度試すか、より速いモデルを選択してください。",
  "error.timeout.interrupted.title": "サーバーの処理が中断されました",
  "error.timeout.interrupted.text":
    "処理の途中で停止しました。画像がすでに保存されていれば、自動的にここに表示されます。",
  "error.timeout.no_longer_available.title": "画像が失われました",
  "error.timeout.no_longer_available.text":
    "サーバーの処理が途中で中断され、モデルのサービスにも画像が残っていません。「再試行」で新しい画像を生成しますが、再び料金がかかる場合があります。",
  "error.network.title": "接続できません",
  "error.network.text":
    "サーバーに接続できませんでした。実行は続いている可能性があります。「再試行」を押すと、二重に料金がかからずに結果を取得できます。",
  "error.client_timeout.title": "応答がまだありません",
  "error.client_timeout.text":
    "実行は続いている可能性があります。「再試行」を押すと、二重に料金がかからずに結果を取得できます。",
  "error.contract_violation.title": "応答を解釈できませんでした",
  "error.contract_violation.text":
    "サーバーから、ここでは読み取れない内容が届きました。管理者に連絡してください。",
  "error.unsupported.title": "サーバーでは実行できません",
  "error.unsupported.text": "サーバーがこの操作に対応していません。",
  "configForm.runFailed": "実行を開始できませんでした。前のノードのデータを読み取れませんでした。",
  "configForm.notConnected": "このノードを実行できる接続先がありません。",
  "configForm.faultAt": "{field}：{fault}",

  "issue.other": "この値はここでは使えません。",
  "issue.invalid_type": "値を入力してください。",
  "issue.invalid_value": "この選択肢は利用できません。別の選択肢を選んでください。",
  "issue.too_small": "値を入力してください。",
  "fault.unknown": "サーバーがこの値を受け付けませんでした（{code}）。",
  "fault.didYouMean": "「{suggestion}」ではありませんか？",
  "fault.empty_prompt": "先にプロンプトを入力してください。",
  "fault.too_long": "プロンプトがこの画像モデルには長すぎます。",
  "fault.more_problems": "ほかに{count}件の問題があります。",
  "fault.prompt_too_long": "プロンプトがこの画像モデルには長すぎます。",
  "fault.unclosed_braces": "閉じられていない変数があります。",
  "fault.empty_braces": "名前のない変数があります。",
  "fault.unsupported_expression": "変数はパスで記述します。コードは使えません。",
  "fault.missing_variable": "この実行では「{variable}」に値がありません。",
  "fault.unknown_variable": "「{variable}」という変数はありません。",
  "fault.no_image_model": "このワークスペースには画像モデルがありません。",
  "fault.no_prompt_model": "このワークスペースにはプロンプトモデルがありません。",
  "fault.model_unavailable": "{model}は提供が終了しました。別のモデルを選択してください。",
  "fault.mode_unavailable": "このモードはここでは使えません。",
  "fault.ratio_unsupported": "{model}はこのアスペクト比に対応していません。",
  "fault.style_unavailable": "このスタイルはここでは使えません。",
  "fault.no_upstream": "このノードの前にノードがありません。ノードを接続するか、「手動」を選択してください。",
  "promptEditor.unknown_variable": "「{path}」という変数はありません。",
};
