"use client";
import { useFieldContext } from "./FieldContext.js";
import type { FieldContextValue } from "./FieldContext.js";

/**
 * Reads the field around a part, for controls of the host's own. Throws outside of `Field.Root`.
 */
export function useField(): FieldContextValue {
  return useFieldContext("useField()");
}
