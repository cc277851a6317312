"use client";
import { useMemo } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FieldForm } from "../field/index.js";
import { useMessages } from "../messages/index.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { formatFault } from "./formatFault.js";
import { PromptBindingProvider } from "./PromptBindingProvider.js";
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
        return error && formatFault(t, error);
      },
    }),
    [disabled, fieldId, registerField, registerError, form, t],
  );
}
