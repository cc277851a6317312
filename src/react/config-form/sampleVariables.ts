import type { VariableSource } from "../../template/index.js";

/** Returns the samples as if they were the outputs of a run, by slug. */
export function sampleVariables(sources: readonly VariableSource[]): Record<string, unknown> {
  return Object.fromEntries(
    sources.flatMap((source) => (source.sample === undefined ? [] : [[source.slug, source.sample]])),
  );
}

/** Returns the values with the samples of the named sources in place of what they lack or have nothing in. */
export function withSamples(
  variables: Record<string, unknown>,
  sources: readonly VariableSource[],
  slugs: readonly string[],
): Record<string, unknown> {
  if (slugs.length === 0) return variables;
  const lacking = sources.filter(({ slug }) => slugs.includes(slug) && isNothing(variables[slug]));
  return { ...variables, ...sampleVariables(lacking) };
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0)
  );
}
