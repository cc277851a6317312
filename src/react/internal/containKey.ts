import type { KeyboardEvent } from "react";
import { pressOnce } from "./pressOnce.js";

/** Keys that a host needs: to move the focus on, to close, and to know what is held. */
const SHARED = ["Tab", "Escape", "Shift", "Control", "Alt", "Meta"];

/** Keys that went down in a part, whose coming up belongs to it as well. */
const held = new Set<string>();

/**
 * Ends a key at this element, for the host around: a canvas would move or delete the node. Tab goes on, and so does an
 * Escape that closed nothing of ours and that no input method takes.
 */
export function containKey(event: KeyboardEvent, isHostKey?: (event: KeyboardEvent) => boolean): void {
  const composed = event.nativeEvent.isComposing || event.keyCode === 229;
  if (event.type === "keyup") {
    if (held.delete(event.code)) event.stopPropagation();
    return;
  }
  pressOnce(event);
  if (!composed && (SHARED.includes(event.key) || isHostKey?.(event))) return;
  held.add(event.code);
  event.stopPropagation();
}
