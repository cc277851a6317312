"use client";
import { useContext, useMemo, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { FieldFormContext } from "../field/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { PromptBindingContext } from "../internal/PromptBinding.js";
import type { BoundText, PromptPath } from "../internal/PromptBinding.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { OptionalConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/**
 * Lends a text of the form to the prompt editor below. Nothing renders while the user types.
 *
 * `path`: which text; `null` lends none; without it the text of the chosen mode, which in Auto can't be written.
 */
export function PromptBindingProvider({ path, children }: PromptBindingProviderProps) {
  const form = useContext(OptionalConfigFormContext);
  const fields = useContext(FieldFormContext);
  const { catalog } = useCatalog();
  const t = useMessages();
  const mode = useFieldValue(form, "prompt.mode");
  const name = path ?? (mode === "prompt_ai" ? "prompt.instructions" : "prompt.template");
  const isSent = path !== undefined || mode !== "auto";
  const hasField = path !== undefined;
  const imageModel = useFieldValue(form, "imageModel");
  const error = useSyncExternalStore(
    fields ? fields.subscribeErrors : noSubscription,
    () => fields?.getError(name),
    () => undefined,
  );
  const chosen = imageModel ?? catalog?.defaults.imageModel ?? catalog?.imageModels[0]?.id;
  const maxPromptLength =
    name === "prompt.template"
      ? catalog?.imageModels.find((model) => model.id === chosen)?.maxPromptLength
      : undefined;

  const text = useMemo(() => (form ? createBoundText(form, name) : null), [form, name]);
  const binding = useMemo(() => {
    if (!form || !text || path === null) return null;
    return {
      name,
      text,
      onRun: form.generate,
      disabled: form.disabled || !isSent,
      readOnly: form.readOnly,
      invalid: error !== undefined,
      error,
      errorId: error === undefined || !hasField ? undefined : form.fieldId(name, "error"),
      label: t(name === "prompt.instructions" ? "prompt.prompt_ai.label" : "prompt.manual.label"),
      maxPromptLength,
    };
  }, [form, text, path, name, error, hasField, isSent, maxPromptLength, t]);
  return <PromptBindingContext.Provider value={binding}>{children}</PromptBindingContext.Provider>;
}

function createBoundText(
  { form, setField, commit, beforeRead }: ConfigFormContextValue,
  path: PromptPath,
): BoundText {
  return {
    get: () => form.getValues(path),
    change: (text) => setField(path, text),
    commit,
    subscribe: (listener) => form.subscribe({ formState: { values: true }, callback: listener }),
    onRead(listener) {
      beforeRead.add(listener);
      return () => beforeRead.delete(listener);
    },
  };
}

interface PromptBindingProviderProps {
  path?: PromptPath | null | undefined;
  children: ReactNode;
}
