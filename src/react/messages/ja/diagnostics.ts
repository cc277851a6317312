import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "テキストの問題",
  "promptEditor.fix": "「{suggestion}」に置換",
  "promptEditor.unknown_variable_suggestion":
    "「{path}」という変数はありません。「{suggestion}」ではありませんか？",
  "promptEditor.late_variable": "「{path}」は、このノードより後に実行されるノードの変数です。",
  "promptEditor.missing_variable": "「{path}」の値がサンプルにありません。",
  "promptEditor.object_in_text": "「{path}」はオブジェクトのため、JSONで書き込まれます。",
  "promptEditor.empty_value": "「{path}」はサンプルでは空です。",
  "promptEditor.unclosed_braces": "この変数が閉じられていません。",
  "promptEditor.empty_braces": "この変数に名前がありません。",
  "promptEditor.unsupported_expression": "変数はパスで記述します。コードは使えません。",
  "promptEditor.too_long": "プロンプトは{length}文字です。このモデルの上限は{maxLength}文字です。",
  "promptEditor.more_problems": "ほかに{count}件の問題があります。",
};
