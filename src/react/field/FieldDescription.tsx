"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useField } from "./FieldContext.js";

/** Says more about its field. Renders a `<p>` element, which describes the control. */
export const FieldDescription = createElementPart("Field.Description", "p", () => ({
  id: useField("Field.Description").descriptionId,
}));
