"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useField } from "./FieldContext.js";

/** Shows the error of its field. Renders a `<p>` element, or nothing while there is no error. */
export const FieldError = createElementPart("Field.Error", "p", () => {
  const { error, errorId } = useField("Field.Error");
  return error === undefined ? null : { id: errorId, children: error };
});
