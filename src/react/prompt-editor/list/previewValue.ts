import type { Variable } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";

/** UTF-16 units of a sample value that are shown. */
const MAX_PREVIEW = 200;
/** Members of an object that are named. */
const MAX_NAMES = 20;

/**
 * Writes a sample value in one short line for people; `null` where there is nothing to show. Of a list how many items it
 * has and of an object what it holds, where asked for the `whole` value: its members may cost anything.
 */
export function previewValue(variable: Variable, whole: boolean, t: Translate): string | null {
  if (variable.source.sensitive && !variable.branch) return t("promptEditor.masked");
  if (variable.source.sensitive) return null;
  try {
    return print(variable.sample, whole, t);
  } catch {
    // A getter or a proxy of the host may throw: then there is no preview.
    return null;
  }
}

function print(sample: unknown, whole: boolean, t: Translate): string | null {
  switch (typeof sample) {
    case "string":
      return cut(sample);
    case "number":
    case "boolean":
    case "bigint":
      return String(sample);
    case "object":
      if (sample === null) return t("promptEditor.type.null");
      if (!whole) return null;
      if (Array.isArray(sample)) return t("promptEditor.items", { count: sample.length });
      return cut(Object.keys(sample).slice(0, MAX_NAMES).join(", ")) || null;
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
