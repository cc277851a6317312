import { parsePath } from "image-generation-node/template";

/** Reads the value that one reference names, such as `{{trigger.output.products}}`; its braces are optional. */
export function readReference(reference: string, values: unknown): unknown {
  const path = /^\s*\{\{(.*)\}\}\s*$/s.exec(reference)?.[1]?.trim() ?? reference.trim();
  const segments = parsePath(path);
  if (!segments) return undefined;
  let value = values;
  for (const segment of segments) {
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<string | number, unknown>)[segment]
        : undefined;
  }
  return value;
}
