import type { Reference } from "../../contract/index.js";

/** Makes keys for a list by what each reference names, so that they stay when the order changes; the same one twice counts up. */
export function keysOf(references: readonly Reference[]): string[] {
  const seen = new Map<string, number>();
  return references.map(({ value, attachmentId }) => {
    const name = `${String(attachmentId ?? "")} ${String(value ?? "")}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  });
}
