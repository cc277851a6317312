"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { useFormBridge } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

const useTools = createLazy(() => import("./errors/MissingSourceButtons.js"));

/**
 * Ways on after a run that lacked the value of an earlier node: to run that node (the scope's `onRunSource`), and to run this
 * one with its sample, where it has one and the host gives `getRunInput`. Renders a `<div>` element, or nothing where
 * neither would help.
 */
export const PreviewMissingSources = createElementPart("Preview.MissingSources", "div", () => {
  const { state, scope } = usePreviewContext("Preview.MissingSources");
  const isMissing = useAdvice("Preview.MissingSources")?.kind === "missing_variable";
  const runWithSamples = useFormBridge()?.values?.runWithSamples;
  const tools = useTools(isMissing && scope !== null);
  const sources = tools?.findMissingSources(state, scope?.variables ?? []) ?? [];
  const canSample = !!runWithSamples && !!scope?.getRunInput && sources.every(({ hasSample }) => hasSample);
  if (!tools || sources.length === 0 || !(canSample || scope?.onRunSource)) return null;
  const slugs = sources.map(({ slug }) => slug);
  return {
    children: (
      <tools.MissingSourceButtons
        sources={sources}
        onSample={canSample ? () => runWithSamples(slugs) : undefined}
      />
    ),
  };
});
