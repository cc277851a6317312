"use client";
import { Space } from "../internal/Space.js";
import { forwardRef, useId, useState } from "react";
import type { ReactNode } from "react";
import type { PromptMode } from "../../contract/index.js";
import { useConfigFormValue } from "../config-form/index.js";
import { Field, useFieldContext } from "../field/index.js";
import { askText } from "../internal/askText.js";
import { dataFlag } from "../internal/dataFlag.js";
import { useLoader } from "../internal/createLoader.js";
import { useMessages } from "../messages/index.js";
import { ModeSwitch } from "../mode-switch/index.js";
import type { ModeSwitchContentProps } from "../mode-switch/index.js";
import { useScope } from "../provider/index.js";
import { PromptEditor, useIsSaid } from "../prompt-editor/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { BracesIcon } from "./icons.js";
import { promptCode } from "./promptCode.js";

const Content = forwardRef<HTMLDivElement, PanelEditorProps>(function Content(props, ref) {
  const { mode, tools: _, ...rest } = props;
  return <ModeSwitch.Content value={mode} {...rest} ref={ref} />;
});

/**
 * Prompt editor of one mode with its toolbar, its problems and its error; empty for "auto". Children stand in place of
 * all that, and an editor among them edits the text of the mode. Renders the `<div role="tabpanel">` of
 * `ModeSwitch.Content`.
 *
 * @example
 * <Panel.Editor mode="manual" tools={<ImproveButton />} />
 */
export const PanelEditor = createPanelPart<PanelEditorProps>("Panel.Editor", Content, ({ mode, tools }) => ({
  children: mode !== "auto" && <PanelEditorField mode={mode} tools={tools} />,
}));

function PanelEditorField({ mode, tools }: { mode: "manual" | "prompt_ai"; tools: ReactNode }) {
  const t = useMessages();
  const [shown, setShown] = useState(false);
  const code = useLoader(promptCode);
  const resolvedId = useId();
  const language = useScope()?.language;
  const trigger = language ? askText(() => language.triggers[0], "") : "{{";
  const placeholder = trigger ? t(`prompt.${mode}.placeholder`, { trigger }) : t("prompt.placeholder.plain");
  const path = mode === "manual" ? "prompt.template" : "prompt.instructions";
  const toggle = () => {
    setShown(!shown);
    // Tried again where it could not be fetched.
    promptCode.load().catch(() => undefined);
  };
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
              aria-controls={shown && code ? resolvedId : undefined}
              onClick={toggle}
            >
              {t("panel.previewText")}
            </button>
            <Space />
            <PanelPromptLength path={path} />
            {tools}
          </div>
        </PromptEditor.Frame>
        {shown && code && <code.PromptEditorResolved id={resolvedId} />}
        <PromptEditor.Suggestions />
        {code && <code.PromptEditorDiagnostics />}
        <PanelPromptError />
      </PromptEditor.Root>
    </Field.Root>
  );
}

function PanelPromptError() {
  const { error } = useFieldContext("Panel.Editor");
  const isSaid = useIsSaid("Panel.Editor", error);
  // It still describes the field.
  return <Field.Error data-said={dataFlag(isSaid)} aria-hidden={isSaid || undefined} />;
}

function PanelPromptLength({ path }: { path: "prompt.template" | "prompt.instructions" }) {
  const t = useMessages();
  const { length } = useConfigFormValue(path);
  return (
    <span data-imagenode-part="panel-prompt-length" aria-hidden="true" dir="auto">
      {t("panel.length", { length, count: length })}
    </span>
  );
}

/** Attributes of the error below the prompt. */
export interface PanelEditorState {
  /** @selector [data-said] The editor says it already, with its place. */
  said: boolean;
}

/** Props of {@link PanelEditor}. */
export interface PanelEditorProps extends Omit<ModeSwitchContentProps, "value"> {
  /** Mode whose text is edited. */
  mode: PromptMode;
  /** Buttons of the host's own at the end of the toolbar. None by default. */
  tools?: ReactNode;
}
