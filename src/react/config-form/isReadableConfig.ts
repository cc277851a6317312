/**
 * Tells whether a value of the host can be read as a configuration, whole or partial, of this or an older shape.
 * Anything else would start the form from nothing.
 */
export function isReadableConfig(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (!Object.hasOwn(value, "prompt")) return false;
  const { prompt } = value as { prompt: unknown };
  if (typeof prompt === "string") return true;
  if (typeof prompt !== "object" || prompt === null || Array.isArray(prompt)) return false;
  const { template, instructions } = prompt as { template?: unknown; instructions?: unknown };
  return [template, instructions].every((text) => text === undefined || typeof text === "string");
}
