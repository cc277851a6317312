import type { Variable } from "../../../template/index.js";

/** UTF-16 units of a sample value that are shown. */
const MAX_PREVIEW = 200;

/**
 * Writes a sample value in one short line; `null` where there is nothing to show. Only strings, numbers and booleans
 * unless asked for the `whole` value, because writing out an object may cost anything.
 */
export function previewValue(variable: Variable, whole: boolean, masked: string): string | null {
  if (variable.source.sensitive && !variable.branch) return masked;
  if (variable.source.sensitive) return null;
  try {
    return print(variable.sample, whole);
  } catch {
    // A getter or a proxy of the host may throw: then there is no preview.
    return null;
  }
}

function print(sample: unknown, whole: boolean): string | null {
  switch (typeof sample) {
    case "string":
      return cut(sample);
    case "number":
    case "boolean":
    case "bigint":
      return String(sample);
    case "object":
      if (sample === null) return "null";
      return whole ? cut(JSON.stringify(sample) ?? "") : null;
    default:
      return null;
  }
}

function cut(text: string): string {
  if (text.length <= MAX_PREVIEW) return text;
  const end = MAX_PREVIEW - 1;
  const last = text.charCodeAt(end - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}
