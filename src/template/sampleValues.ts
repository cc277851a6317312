import { defineMember } from "./defineMember.js";
import { readValue } from "./readValue.js";
import { scanTokens } from "./scanTokens.js";
import type { TemplateLanguage, TemplatePath } from "./TemplateLanguage.js";
import type { VariableSource } from "./types.js";

type Container = Record<string | number, unknown>;

/**
 * Returns the samples of earlier nodes as if they were the outputs of a run, by slug. Of a sensitive node only the values
 * that the text names are there, each replaced by `masked`.
 *
 * @param masked words that stand for a value; `null` for the values themselves
 */
export function sampleValues(
  text: string,
  sources: readonly VariableSource[],
  masked: string | null,
  language?: Pick<TemplateLanguage, "scan"> | undefined,
): Record<string, unknown> {
  const samples = new Map<string, unknown>();
  const hidden = new Map<string, VariableSource>();
  for (const source of sources) {
    const { slug, sample, sensitive } = source;
    if (sample === undefined || samples.has(slug) || hidden.has(slug)) continue;
    if (sensitive && masked !== null) hidden.set(slug, source);
    else samples.set(slug, sample);
  }
  const values = Object.fromEntries(samples);
  if (masked === null || hidden.size === 0) return values;
  for (const { path } of scanTokens(text, language)) {
    const source = path && hidden.get(String(path[0]));
    if (!source || (readValue(source.sample, path.slice(1)) ?? null) === null) continue;
    put(values, path, masked);
  }
  return values;
}

/** Puts a value at a path, unless one stands above it. */
function put(values: Container, path: TemplatePath, value: string): void {
  let target = values;
  for (const [position, segment] of path.slice(0, -1).entries()) {
    const next = Object.hasOwn(target, segment) ? target[segment] : undefined;
    if (typeof next === "string") return;
    if (!next) defineMember(target, segment, typeof path[position + 1] === "number" ? [] : {});
    target = target[segment] as Container;
  }
  defineMember(target, path.at(-1) ?? "", value);
}
