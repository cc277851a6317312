import type { KeyFacts } from "../list/keyAction.js";

/** A key press, of React or native. */
export type KeyPress = KeyFacts & {
  readonly keyCode: number;
  readonly timeStamp: number;
  readonly isComposing?: boolean | undefined;
  readonly nativeEvent?: { readonly isComposing: boolean } | undefined;
  preventDefault(): void;
  stopPropagation(): void;
};

/** Whether a key belongs to an input method: by the editor's own record, by the event, or by a key code for nothing else. */
export function isComposed(event: KeyPress, composing: boolean): boolean {
  return composing || event.keyCode === 229 || (event.nativeEvent ?? event).isComposing === true;
}

/** Whether a key asks to run the node: Ctrl+Enter or Cmd+Enter. */
export function isRunKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyFacts): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
