/** Tells whether a value of the host has a prompt at once, without the reader of what others saved. */
export function hasPrompt(value: unknown): boolean {
  const { prompt } = Object(value) as { prompt?: unknown };
  if (typeof prompt !== "object" || prompt === null) return typeof prompt === "string";
  const { template, instructions } = prompt as { template?: unknown; instructions?: unknown };
  return [template, instructions].every((text) => text === undefined || typeof text === "string");
}
