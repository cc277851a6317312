"use client";
import { createStrictContext } from "../internal/createStrictContext.js";

/** State that the parts of one field share. */
export interface FieldContextValue {
  /** Path inside the configuration, such as "prompt.template"; any name where the field stands alone. */
  name: string;
  /** Id of the control. */
  controlId: string;
  /** Id of the label. */
  labelId: string;
  /** Id of the description. */
  descriptionId: string;
  /** Id of the error. */
  errorId: string;
  /** Error message; `undefined` while nothing is wrong. */
  error: string | undefined;
  /** Whether the field can't be used. */
  disabled: boolean;
}

const fieldContext = createStrictContext<FieldContextValue>(
  "Field.Root",
  "the ids and the error of its field",
);

/** The second is for controls that also work outside of a field. */
export const [FieldProvider, , OptionalFieldContext] = fieldContext;

/**
 * Reads the field around a part, for controls of the host's own. Throws outside of `Field.Root`.
 *
 * @param part name for the error message, such as "MyControl"
 *
 * @example
 * function SeedInput(props: { value: string; onValueChange: (value: string) => void }) {
 *   const { controlId, errorId, error } = useField("SeedInput");
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
export const useField = fieldContext[1];
