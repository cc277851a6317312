"use client";
import { createStrictContext } from "../internal/createStrictContext.js";

/** What the parts of one field share. */
export interface FieldContextValue {
  /** Path inside the configuration, such as "prompt.template"; any name where the field stands alone. */
  name: string;
  /** The control's id. */
  controlId: string;
  /** The label's id. */
  labelId: string;
  /** The description's id. */
  descriptionId: string;
  /** The error's id. */
  errorId: string;
  /** What is wrong, in words; `undefined` while nothing is. */
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

/** What a field's root tells its parts. Throws outside one, naming the part that asked. */
export const useField = fieldContext[1];
