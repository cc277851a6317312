"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { VISUALLY_HIDDEN } from "../internal/visuallyHidden.js";
import { useReferencesContext } from "./ReferencesContext.js";

/** Says to screen readers what was added, moved and removed, and what became of an upload. Renders a hidden `<span role="status">` element. */
export const ReferencesStatus = createElementPart("References.Status", "span", () => {
  const { announcement } = useReferencesContext("References.Status");
  return { role: "status", style: VISUALLY_HIDDEN, children: announcement };
});
