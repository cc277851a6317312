import { canonicalJson } from "./canonicalJson.js";
import { listReferences } from "./listReferences.js";
import { readMember, readValue } from "./readValue.js";

type Container = Record<string | number, unknown>;

/**
 * Picks the part of the variables that a text names, pruned to the named paths: what it needs to be resolved elsewhere,
 * and nothing more. A copy that is safe to write as JSON. Elements before a named one are null.
 */
export function pickVariables(text: string, variables: unknown): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const { segments } of listReferences(text)) {
    const json = canonicalJson(readValue(variables, segments));
    if (json === undefined) continue;
    let source = variables;
    let target: Container = picked;
    segments.forEach((segment, index) => {
      source = readMember(source, segment);
      if (Array.isArray(target)) while (target.length < Number(segment)) target.push(null);
      if (index === segments.length - 1) target[segment] = JSON.parse(json);
      else target = (target[segment] ??= Array.isArray(source) ? [] : {}) as Container;
    });
  }
  return picked;
}
