import { resolveTemplate } from "image-generation-node/template";

/** Fills in the values. Throws where one is missing, so that nothing is sent incomplete. */
export function resolveStrictly(text: string, variables: unknown): string {
  const resolved = resolveTemplate(text, variables);
  const fault = resolved.diagnostics.find((diagnostic) => diagnostic.severity === "error");
  if (fault) throw new Error(fault.message);
  return resolved.text;
}

/** Fills in every text inside a JSON value, so that a value can't break out of its quotes. */
export function resolveJson(value: unknown, variables: unknown): unknown {
  if (typeof value === "string") return resolveStrictly(value, variables);
  if (Array.isArray(value)) return value.map((member) => resolveJson(member, variables));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, resolveJson(member, variables)]),
  );
}
