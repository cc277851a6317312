import type { GenerationState } from "../../../client/index.js";
import { parsePath, readVariable } from "../../../template/index.js";
import type { VariableSource } from "../../../template/index.js";

/** Earlier node whose value a run did not have. */
export interface MissingSource {
  /** Slug of the node. */
  slug: string;
  /** Name of the node as people see it. */
  name: string;
  /** Whether its sample has every value that was missing, and nothing of the node was in the run. */
  hasSample: boolean;
}

/** Lists the earlier nodes whose values a failed run did not have, each once, in the order of the faults. */
export function findMissingSources(
  { error, request }: Pick<GenerationState, "error" | "request">,
  sources: readonly VariableSource[],
): readonly MissingSource[] {
  const values = request?.variables === undefined ? {} : request.variables;
  const found = new Map<string, MissingSource>();
  for (const { variable = "", pointer } of (error?.errors ?? []).slice(0, 50)) {
    const path = parsePath(variable);
    const source = sources.find(({ slug }) => slug === path?.[0]);
    if (!path || !source) continue;
    const { slug, label, sample } = source;
    const isInSample = hasContent(readVariable({ [slug]: sample }, path));
    // A picture of a sample was never made, so that no back end has it.
    const isPicture = pointer.startsWith("#/config/references/");
    // `null` is loaded by the back end, which would take a sample for all that there is.
    const isUsable = isInSample && !isPicture && values !== null && !hasContent(values[slug]);
    const hasSample = isUsable && (found.get(slug)?.hasSample ?? true);
    found.set(slug, { slug, name: label ?? slug, hasSample });
  }
  return [...found.values()];
}

function hasContent(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null;
}
