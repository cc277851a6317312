"use client";
import { useMemo } from "react";
import { exampleWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { useLanguageReader } from "../../internal/useLanguageReader.js";
import { useFormBridge, useScope } from "../../provider/index.js";
import { suggestPrompts } from "./suggestPrompts.js";

/** Prompts to begin with, each a button that writes it into the form and goes there. */
export function ExampleList({ given }: { given: readonly string[] | undefined }) {
  const t = useMessagesWith(resultWords, exampleWords);
  const bridge = useFormBridge();
  const scope = useScope();
  const language = useLanguageReader(scope?.language);
  const prompts = useMemo(
    () =>
      given ?? (language === null ? [] : suggestPrompts({ sources: scope?.variables ?? [], language, t })),
    [given, scope?.variables, language, t],
  );
  const write = (template: string) => {
    const values = bridge?.values;
    if (!values?.setConfig) return;
    const config = values.getConfig();
    const field = config.prompt.mode === "prompt_ai" ? "instructions" : "template";
    values.setConfig({ ...config, prompt: { ...config.prompt, [field]: template } });
    bridge?.focusField(`prompt.${field}`);
  };
  if (prompts.length === 0) return null;
  return (
    <>
      <span data-imagenode-part="preview-examples-title">{t("examples.label")}</span>
      <ul data-imagenode-part="preview-examples-list">
        {prompts.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              data-imagenode-part="preview-example"
              dir="auto"
              onClick={() => write(prompt)}
            >
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
