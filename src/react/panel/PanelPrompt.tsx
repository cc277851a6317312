"use client";
import { Space } from "../internal/Space.js";
import { useId, useState } from "react";
import { useConfigFormValue } from "../config-form/index.js";
import { Field, useField } from "../field/index.js";
import { askText } from "../internal/askText.js";
import { dataFlag } from "../internal/dataFlag.js";
import { useMessages } from "../messages/index.js";
import { useScope } from "../provider/index.js";
import { PromptEditor } from "../prompt-editor/index.js";
import { BracesIcon } from "./icons.js";

/** The prompt editor of one mode with its toolbar. */
export function PanelPrompt({ mode }: { mode: "manual" | "prompt_ai" }) {
  const t = useMessages();
  const [shown, setShown] = useState(false);
  const resolvedId = useId();
  const language = useScope()?.language;
  const trigger = language ? askText(() => language.triggers[0], "") : "{{";
  const placeholder = trigger ? t(`prompt.${mode}.placeholder`, { trigger }) : t("prompt.placeholder.plain");
  const path = mode === "manual" ? "prompt.template" : "prompt.instructions";
  return (
    <Field.Root name={path}>
      <PromptEditor.Root>
        <PromptEditor.Label>{t(`prompt.${mode}.label`)}</PromptEditor.Label>
        <PromptEditor.Frame>
          <PromptEditor.Highlight />
          <PromptEditor.Input rows={5} placeholder={placeholder} />
          <div data-imagenode-part="prompt-editor-toolbar">
            <PromptEditor.InsertButton>
              <BracesIcon />
              <span data-imagenode-part="words">{t("promptEditor.insert")}</span>
            </PromptEditor.InsertButton>
            <Space />
            <button
              type="button"
              data-imagenode-part="panel-resolved-toggle"
              aria-pressed={shown}
              aria-controls={shown ? resolvedId : undefined}
              onClick={() => setShown(!shown)}
            >
              {t("panel.previewText")}
            </button>
            <Space />
            <PanelPromptLength path={path} />
          </div>
        </PromptEditor.Frame>
        {shown && <PromptEditor.Resolved id={resolvedId} />}
        <PromptEditor.Suggestions />
        <PromptEditor.Diagnostics />
      </PromptEditor.Root>
      <PanelPromptError />
    </Field.Root>
  );
}

/** Faults that the editor's list of problems shows too, with their place in the text and a way to correct it. */
const SAID_BY_THE_EDITOR = ["unclosed_braces", "empty_braces", "unsupported_expression", "too_long"];

function PanelPromptError() {
  const t = useMessages();
  const { error } = useField();
  const said = SAID_BY_THE_EDITOR.some((code) => error === t(`fault.${code}`));
  return <Field.Error data-said={dataFlag(said)} />;
}

function PanelPromptLength({ path }: { path: "prompt.template" | "prompt.instructions" }) {
  const t = useMessages();
  return (
    <span data-imagenode-part="panel-prompt-length" aria-hidden="true">
      {t("panel.length", { length: useConfigFormValue(path).length })}
    </span>
  );
}

/** Attributes of the error below the prompt. */
export interface PanelPromptState {
  /** @selector [data-said] The editor says it already, with its place. */
  said: boolean;
}
