import { CONFIG_PATHS } from "../ConfigDraft.js";
import type { ConfigPath, ReferencePath, SettingPath } from "../ConfigDraft.js";

/**
 * Turns a JSON pointer into the path of a field: "#/config/prompt/template" → "prompt.template". A place inside a field
 * leads to that field. Returns `null` for a place that the form has no field for.
 */
export function pointerToPath(pointer: string): ConfigPath | SettingPath | ReferencePath | null {
  const path = decode(pointer)
    .replace(/^#?\//, "")
    .replace(/^config\//, "")
    .replaceAll("/", ".");
  // The form keeps no fault under a name that every object has.
  const [inside] =
    /^settings\.(?!constructor$|prototype$)[a-z]\w*$|^references\.\d{1,3}(?=\.|$)/i.exec(path) ?? [];
  if (inside || path.startsWith("settings.")) return (inside as SettingPath | undefined) ?? null;
  return CONFIG_PATHS.find((known) => path === known || path.startsWith(`${known}.`)) ?? null;
}

/** Decodes a fragment's percent-escapes. Our fields hold no "~" and no "/", so that JSON pointer's own escapes never occur. */
function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
