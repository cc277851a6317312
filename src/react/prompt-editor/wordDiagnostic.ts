import type { Diagnostic } from "../../template/index.js";
import { diagnosticWords, faultWords, withWords } from "../messages/index.js";
import type { useMessages } from "../messages/index.js";

type Messages = ReturnType<typeof useMessages>;

/** Words a problem of the text. */
export function wordDiagnostic(t: Messages, { code, path, suggestion, params }: Diagnostic): string {
  const key = code === "unknown_variable" && suggestion ? `${code}_suggestion` : code;
  return withProblems(t)(`promptEditor.${key}`, { path, suggestion, ...params });
}

/** Words by which a form tells the same problem of its field. */
export function wordsOfForm(t: Messages, { code, path, suggestion }: Diagnostic): readonly string[] {
  const say = withProblems(t);
  if (code === "unknown_variable" || code === "late_variable") {
    const words = [
      say("promptEditor.unknown_variable", { path }),
      say("fault.unknown_variable", { variable: path }),
      say("fault.missing_variable", { variable: path }),
    ];
    return suggestion
      ? words.flatMap((each) => [each, `${each} ${say("fault.didYouMean", { suggestion })}`])
      : words;
  }
  return say.has(`fault.${code}`) && path === undefined ? [say(`fault.${code}`)] : [];
}

/** Adds the words of problems. */
function withProblems(t: Messages): Messages {
  return withWords(withWords(t, diagnosticWords), faultWords);
}
