/** Key and modifiers of a key press. */
export interface KeyFacts {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Key press, from React or native. */
export type KeyPress = KeyFacts & {
  readonly keyCode: number;
  readonly timeStamp: number;
  readonly isComposing?: boolean | undefined;
  readonly nativeEvent?: { readonly isComposing: boolean } | undefined;
  preventDefault(): void;
  stopPropagation(): void;
};

/**
 * Checks whether a key belongs to an input method: by the editor's own record, by the event, or by key code 229, which
 * no other key has.
 */
export function isComposed(event: KeyPress, composing: boolean): boolean {
  return composing || event.keyCode === 229 || (event.nativeEvent ?? event).isComposing === true;
}

/** Checks whether a key asks to run the node: Ctrl+Enter or Cmd+Enter. */
export function isRunKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyFacts): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
