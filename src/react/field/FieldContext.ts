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

/** Reads the state for a part of ours, which the error for a missing root names. */
export const useFieldContext = fieldContext[1];
