/** Key and modifiers of a key press. */
export interface KeyFacts {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Checks whether a key asks to run the node: Ctrl+Enter or Cmd+Enter. */
export function isRunKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyFacts): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
