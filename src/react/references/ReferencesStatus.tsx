"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useReferencesContext } from "./ReferencesContext.js";

const HIDDEN = {
  position: "absolute",
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

/** Says to screen readers what was added, moved and removed, and what became of an upload. Renders a hidden `<span role="status">` element. */
export const ReferencesStatus = createElementPart("References.Status", "span", () => {
  const { announcement } = useReferencesContext("References.Status");
  return { role: "status", style: HIDDEN, children: announcement };
});
