"use client";
import { useFieldContext } from "./FieldContext.js";
import type { FieldContextValue } from "./FieldContext.js";

/**
 * Reads the field around a part, for controls of the host's own. Throws outside of `Field.Root`.
 *
 * @example
 * function SeedInput(props: { value: string; onValueChange: (value: string) => void }) {
 *   const { controlId, errorId, error } = useField();
 *   const describedBy = error === undefined ? undefined : errorId;
 *   return (
 *     <input
 *       id={controlId}
 *       aria-describedby={describedBy}
 *       value={props.value}
 *       onChange={(event) => props.onValueChange(event.target.value)}
 *     />
 *   );
 * }
 */
export function useField(): FieldContextValue {
  return useFieldContext("useField()");
}
