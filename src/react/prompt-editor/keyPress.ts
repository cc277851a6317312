import type { KeyFacts } from "./keyAction.js";

/** A key press, of React or native. */
export type KeyPress = Omit<KeyFacts, "composing"> & {
  readonly timeStamp: number;
  readonly isComposing?: boolean | undefined;
  readonly nativeEvent?: { readonly isComposing: boolean } | undefined;
  preventDefault(): void;
  stopPropagation(): void;
};

/** What the rules need to know of a key press; `composing` is the editor's own record. */
export function keyFacts(event: KeyPress, composing: boolean): KeyFacts {
  const { key, keyCode, shiftKey, altKey, ctrlKey, metaKey } = event;
  const told = event.isComposing ?? event.nativeEvent?.isComposing ?? false;
  return { key, keyCode, shiftKey, altKey, ctrlKey, metaKey, composing: composing || told };
}

/** Whether a key asks to run the node: Ctrl+Enter or Cmd+Enter. */
export function isRunKey({ key, keyCode, shiftKey, altKey, ctrlKey, metaKey, composing }: KeyFacts): boolean {
  const typed = composing || keyCode === 229 || shiftKey || altKey;
  return key === "Enter" && (ctrlKey || metaKey) && !typed;
}
