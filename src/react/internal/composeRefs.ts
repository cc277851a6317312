import type { Ref, RefCallback } from "react";

/**
 * Composes several refs into one callback. A clean-up is returned only when one of them has its own: React 18 warns
 * about every callback ref that returns a function.
 */
export function composeRefs<T>(...refs: readonly (Ref<T> | undefined)[]): RefCallback<T> {
  return (node) => {
    let owned = false;
    const cleanups = refs.map((ref) => {
      if (typeof ref === "function") {
        const cleanup = ref(node) as unknown;
        if (typeof cleanup !== "function") return () => ref(null);
        owned = true;
        return cleanup as () => void;
      }
      if (ref) (ref as { current: T | null }).current = node;
      return () => {
        if (ref) (ref as { current: T | null }).current = null;
      };
    });
    if (owned) return () => cleanups.forEach((cleanup) => cleanup());
  };
}
