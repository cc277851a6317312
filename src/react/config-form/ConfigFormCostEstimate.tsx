"use client";
import { forwardRef } from "react";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useLoader } from "../internal/createLoader.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { runCode } from "./runCode.js";

/**
 * Estimates the cost of the next Generate: the range of the chosen models' prices with the chosen settings and reference
 * images, times the chosen number of images, each of which is a run of its own; the source of the figures; and the sum for
 * the items of the loop around the node, one image each. Calls an unknown price unknown, never free. `ConfigForm.Generate` is
 * described by it. Renders a `<span>` element, or nothing before the catalog is known. Its code is loaded after the first
 * paint.
 */
export const ConfigFormCostEstimate = forwardRef<HTMLElement, ElementPartProps>(
  function ConfigFormCostEstimate(props, ref) {
    useConfigFormContext("ConfigForm.CostEstimate");
    const code = useLoader(runCode);
    return code ? <code.CostLine {...props} ref={ref} /> : null;
  },
);
ConfigFormCostEstimate.displayName = "ConfigForm.CostEstimate";

/** Attributes of the estimate. */
export interface ConfigFormCostEstimateState {
  /** @selector [data-state] */
  state: "known" | "free" | "unknown";
}
