"use client";
import { doubleBraceLanguage, formatPath, parsePath, replaceToken } from "../../../template/index.js";
import { loadLanguage } from "../../internal/loadLanguage.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { useFormBridge } from "../../provider/index.js";
import { usePreviewContext } from "../PreviewContext.js";

/** Button of `Preview.Error` that writes the variable that was probably meant into the text of the run, and goes there. */
export function SuggestionButton({ variable, suggestion }: { variable: string; suggestion: string }) {
  const t = useMessagesWith(resultWords);
  const bridge = useFormBridge();
  const { state, scope } = usePreviewContext("Preview.Error");
  const words = t("error.didYouMean", { suggestion });
  const mode = state.request?.config.prompt.mode;
  const path = parsePath(suggestion);
  const values = bridge?.values;
  if (!values?.setConfig || !path || mode === undefined || mode === "auto") return words;
  const key = mode === "manual" ? "template" : "instructions";
  const write = async () => {
    const language = (await loadLanguage(scope?.language)) ?? doubleBraceLanguage;
    const config = values.getConfig();
    const text = config.prompt[key];
    const source = scope?.variables.find(({ slug }) => slug === path[0]);
    let written = "";
    let last = 0;
    for (const token of language.scan(text)) {
      if (!token.path || formatPath(token.path) !== variable) continue;
      written += text.slice(last, token.start);
      written += replaceToken(text.slice(token.start, token.end), path, source, language);
      last = token.end;
    }
    values.setConfig?.({ ...config, prompt: { ...config.prompt, mode, [key]: written + text.slice(last) } });
    bridge?.focusField(`prompt.${key}`);
  };
  return (
    <button type="button" data-imagenode-part="preview-error-fix" onClick={() => void write()}>
      {words}
    </button>
  );
}
