import { toCatalogKind } from "./toCatalogKind.js";

/** Parts that edit a value, also where no `Field.Root` is around them. */
const PARTS: Readonly<Record<string, string>> = {
  "prompt.mode": '[data-imagenode-part="mode-switch-trigger"][aria-selected=true]',
  "prompt.template": 'textarea[data-imagenode-part="prompt-editor-input"]',
  "prompt.instructions": 'textarea[data-imagenode-part="prompt-editor-input"]',
};

/** Finds the control of a value that no field of the form holds. Returns `null` where nothing edits it. */
export function findFreeControl(root: HTMLElement | null, path: string): HTMLElement | null {
  const part = PARTS[path] ?? `[data-catalog="${toCatalogKind(path)}"]`;
  const found = [...(root?.querySelectorAll<HTMLElement>(part) ?? [])];
  return found.find((control) => !control.closest("[hidden]") && !control.matches(":disabled")) ?? null;
}
