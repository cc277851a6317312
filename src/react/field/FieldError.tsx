"use client";
import { useContext, useEffect } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { useFieldContext } from "./FieldContext.js";
import { FieldFormContext } from "./FieldForm.js";

/** Shows the error of its field. Renders a `<p>` element, or nothing while there is no error. */
export const FieldError = createElementPart("Field.Error", "p", () => {
  const { name, error, errorId } = useFieldContext("Field.Error");
  const registerError = useContext(FieldFormContext)?.registerError;
  useEffect(() => registerError?.(name), [registerError, name]);
  return error === undefined ? null : { id: errorId, children: error };
});
