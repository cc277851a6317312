import type { Diagnostic } from "../../template/index.js";
import type { useMessages } from "../messages/index.js";

type Messages = ReturnType<typeof useMessages>;

/** Words a problem of the text. */
export function wordDiagnostic(t: Messages, { code, path, suggestion, params }: Diagnostic): string {
  const key = code === "unknown_variable" && suggestion ? `${code}_suggestion` : code;
  return t(`promptEditor.${key}`, { path, suggestion, ...params });
}

/** Words by which a form tells the same problem of its field. */
export function wordsOfForm(t: Messages, { code, path, suggestion }: Diagnostic): readonly string[] {
  if (code === "unknown_variable" || code === "late_variable") {
    const words = [
      t("promptEditor.unknown_variable", { path }),
      t("fault.unknown_variable", { variable: path }),
      t("fault.missing_variable", { variable: path }),
    ];
    return suggestion
      ? words.flatMap((each) => [each, `${each} ${t("fault.didYouMean", { suggestion })}`])
      : words;
  }
  return t.has(`fault.${code}`) && path === undefined ? [t(`fault.${code}`)] : [];
}
