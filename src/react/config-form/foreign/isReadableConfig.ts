import { parseImageNodeConfig } from "../../../contract/index.js";

/**
 * Tells whether a value of the host can be read as a configuration, whole or partial, of this, an older or somebody
 * else's shape. Anything else would start the form from nothing.
 */
export function isReadableConfig(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { prompt } = value;
  if (typeof prompt === "string") return true;
  if (isObject(prompt) && [prompt.template, prompt.instructions].every(isTextOrNone)) return true;
  if (prompt !== undefined) return false;
  const { template, instructions } = parseImageNodeConfig(value).config.prompt;
  return template !== "" || instructions !== "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
