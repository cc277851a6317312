import type { KeyFacts } from "../../internal/isRunKey.js";

/** Key press, from React or native. */
export type KeyPress = KeyFacts & {
  readonly keyCode: number;
  readonly timeStamp: number;
  /** Whether the key is held. */
  readonly repeat?: boolean | undefined;
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
