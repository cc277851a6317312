"use client";
import { useMemo } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FieldForm } from "../field/index.js";
import { useMessages } from "../messages/index.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { PromptBindingProvider } from "./PromptBindingProvider.js";
import { runCode } from "./runCode.js";
import type { FieldRegistry } from "./useFieldRegistry.js";

/** Lends the form to the fields inside it: their ids, their errors and the texts of its prompts. */
export function useFieldForm(
  form: UseFormReturn<ConfigDraft>,
  { fieldId, registerField, registerError }: FieldRegistry,
  disabled: boolean,
): FieldForm {
  const t = useMessages();
  return useMemo(
    () => ({
      disabled,
      PromptBinding: PromptBindingProvider,
      fieldId,
      registerField,
      registerError,
      subscribeErrors: (listener: () => void) =>
        form.subscribe({ formState: { errors: true }, callback: listener }),
      getError(name: string) {
        const { error } = form.getFieldState(name as "style");
        // What finds a fault words it too, so its code is there.
        return error && (runCode.get()?.formatFault(t, error) ?? error.message);
      },
    }),
    [disabled, fieldId, registerField, registerError, form, t],
  );
}
