"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import type { PromptMode } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { FieldFormContext } from "../field/index.js";
import { PromptBindingContext } from "../internal/PromptBinding.js";
import { useCatalog } from "../provider/index.js";

const silent = () => () => undefined;

/** Lends the text of a mode to the prompt editor below. Only what reads the binding renders while the user types. */
export function PromptBindingProvider({ mode, children }: { mode: PromptMode; children: ReactNode }) {
  const form = useContext(OptionalConfigFormContext);
  const fields = useContext(FieldFormContext);
  const { catalog } = useCatalog();
  const name = mode === "prompt_ai" ? "prompt.instructions" : "prompt.template";
  const value = useFieldValue(form, name);
  const imageModel = useFieldValue(form, "imageModel");
  const error = useSyncExternalStore(
    fields ? fields.subscribeErrors : silent,
    () => fields?.getError(name),
    () => undefined,
  );
  const chosen = imageModel ?? catalog?.defaults.imageModel ?? catalog?.imageModels[0]?.id;
  const maxPromptLength =
    mode === "manual"
      ? catalog?.imageModels.find((model) => model.id === chosen)?.maxPromptLength
      : undefined;

  const binding = useMemo(() => {
    if (!form || mode === "auto") return null;
    return {
      name,
      value: value ?? "",
      onValueChange: (text: string) => form.setField(name, text),
      onValueCommit: form.commit,
      onRun: form.generate,
      disabled: form.disabled,
      readOnly: form.readOnly,
      invalid: error !== undefined,
      errorId: error === undefined ? undefined : form.fieldId(name, "error"),
      maxPromptLength,
    };
  }, [form, mode, name, value, error, maxPromptLength]);
  return <PromptBindingContext.Provider value={binding}>{children}</PromptBindingContext.Provider>;
}
