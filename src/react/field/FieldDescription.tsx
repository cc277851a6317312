"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useFieldContext } from "./FieldContext.js";

/** Describes the control of its field. Renders a `<p>` element. */
export const FieldDescription = createElementPart("Field.Description", "p", () => ({
  id: useFieldContext("Field.Description").descriptionId,
}));
