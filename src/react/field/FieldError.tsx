"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useField } from "./FieldContext.js";

/** Says what is wrong with its field; renders nothing while nothing is. Renders a `<p>` element. */
export const FieldError = createElementPart("Field.Error", "p", () => {
  const { error, errorId } = useField("Field.Error");
  return error === undefined ? null : { id: errorId, children: error };
});
