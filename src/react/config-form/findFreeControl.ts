/** Parts that edit a value, also where no `Field.Root` is around them. */
const PARTS: Readonly<Record<string, string>> = {
  "prompt.mode": '[data-imagenode-part="mode-switch-trigger"][aria-selected=true]',
  "prompt.template": 'textarea[data-imagenode-part="prompt-editor-input"]',
  "prompt.instructions": 'textarea[data-imagenode-part="prompt-editor-input"]',
  imageModel: '[data-catalog="image-model"]',
  promptModel: '[data-catalog="prompt-model"]',
  aspectRatio: '[data-catalog="aspect-ratio"]',
  style: '[data-catalog="style"]',
};

/** Finds the control of a value that no field of the form holds. Returns `null` where nothing edits it. */
export function findFreeControl(root: HTMLElement | null, path: string): HTMLElement | null {
  const part = PARTS[path];
  const found = part === undefined ? [] : [...(root?.querySelectorAll<HTMLElement>(part) ?? [])];
  return found.find((control) => !control.closest("[hidden]") && !control.matches(":disabled")) ?? null;
}
