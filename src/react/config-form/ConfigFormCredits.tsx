"use client";
import { forwardRef } from "react";
import { createLazy } from "../internal/createLazy.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useCatalog } from "../provider/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

const useParts = createLazy(() => import("./credits/index.js"));

/**
 * Tells what is left in the account of whoever asks, and when it is filled up, where the back end's catalog has `credits`.
 * Says before a run that they will not do for the estimate and the chosen number of images; the back end decides.
 * `ConfigForm.Generate` is described by it. Its code is loaded when a catalog has credits. Renders a `<p>` element, or
 * nothing without credits.
 */
export const ConfigFormCredits = forwardRef<HTMLElement, ElementPartProps>(
  function ConfigFormCredits(props, ref) {
    useConfigFormContext("ConfigForm.Credits");
    const parts = useParts(useCatalog().catalog?.credits !== undefined);
    return parts ? <parts.CreditsLine {...props} ref={ref} /> : null;
  },
);
ConfigFormCredits.displayName = "ConfigForm.Credits";

/** Attributes of the credits. */
export interface ConfigFormCreditsState {
  /**
   * @selector [data-state] "enough" also where nobody can tell, "unsure" where the greatest price is more than is left,
   * "short" where the least price is, "empty" where nothing is left.
   */
  state: "enough" | "unsure" | "short" | "empty";
}
