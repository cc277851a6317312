"use client";
import { useReferencesContext } from "./ReferencesContext.js";
import type { ReferencesContextValue } from "./ReferencesContext.js";

/**
 * Reads the reference images of the form around a part, for controls of the host's own. Throws outside of
 * `References.Root`.
 *
 * @example
 * function AddLogo() {
 *   const { add, disabled } = useReferences();
 *   return <button disabled={disabled} onClick={() => add({ attachmentId: "att_logo", label: "Logo" })}>Our logo</button>;
 * }
 */
export function useReferences(): ReferencesContextValue {
  return useReferencesContext("useReferences()");
}
