import type { Diagnostic } from "../../template/index.js";
import { joinSentences } from "../messages/index.js";
import type { Messages } from "../messages/index.js";

/** Words a problem of the text; `say` has the words of problems. */
export function wordDiagnostic(say: Messages, { code, path, suggestion, params }: Diagnostic): string {
  const key = code === "unknown_variable" && suggestion ? `${code}_suggestion` : code;
  return say(`promptEditor.${key}`, { path, suggestion, ...params });
}

/** Words by which a form tells the same problem of its field. */
export function wordsOfForm(say: Messages, { code, path, suggestion }: Diagnostic): readonly string[] {
  if (code === "unknown_variable" || code === "late_variable") {
    const words = [
      say("promptEditor.unknown_variable", { path }),
      say("fault.unknown_variable", { variable: path }),
      say("fault.missing_variable", { variable: path }),
    ];
    return suggestion
      ? words.flatMap((each) => [each, joinSentences(each, say("fault.didYouMean", { suggestion }))])
      : words;
  }
  return say.has(`fault.${code}`) && path === undefined ? [say(`fault.${code}`)] : [];
}
