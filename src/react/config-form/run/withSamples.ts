import type { VariableSource } from "../../../template/index.js";
import { sampleVariables } from "../sampleVariables.js";

/** Returns the values with the samples of the named sources in place of what they lack or have nothing in. */
export function withSamples(
  variables: Record<string, unknown>,
  sources: readonly VariableSource[],
  slugs: readonly string[],
): Record<string, unknown> {
  const lacking = sources.filter(({ slug }) => slugs.includes(slug) && isNothing(variables[slug]));
  return { ...variables, ...sampleVariables(lacking) };
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0)
  );
}
