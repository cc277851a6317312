import type { VariableSource } from "../../template/index.js";

/** Returns the samples as if they were the outputs of a run, by slug. */
export function sampleVariables(sources: readonly VariableSource[]): Record<string, unknown> {
  return Object.fromEntries(
    sources.flatMap((source) => (source.sample === undefined ? [] : [[source.slug, source.sample]])),
  );
}
