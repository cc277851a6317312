"use client";
import { forwardRef } from "react";
import { useLoader } from "../internal/createLoader.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import type { ConfigFormHintsProps } from "./run/HintList.js";
import { runCode } from "./runCode.js";

/**
 * Advises about the prompt after a pause in typing: a style that Style covers, pixels, a very short text. Each hint can
 * be dismissed; a named style can be taken over. Renders a `<ul>` element, or nothing while there is nothing to say.
 */
export const ConfigFormHints = forwardRef<HTMLElement, ConfigFormHintsProps>(
  function ConfigFormHints(props, ref) {
    useConfigFormContext("ConfigForm.Hints");
    const code = useLoader(runCode);
    return code ? <code.HintList {...props} ref={ref} /> : null;
  },
);
ConfigFormHints.displayName = "ConfigForm.Hints";
