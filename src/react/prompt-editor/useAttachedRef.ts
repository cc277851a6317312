"use client";
import { useMemo, useRef } from "react";
import type { ForwardedRef } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";

/**
 * Ref of a part's element that joins the host's ref and attaches the element while it is in the page.
 *
 * @param onMissing called where there is no element: the only child of `asChild` may pass on no ref
 */
export function useAttachedRef<E extends HTMLElement>(
  ref: ForwardedRef<E>,
  attach: (element: E) => () => void,
  onMissing?: (element: null) => void,
) {
  const own = useRef<E>(null);
  useIsomorphicLayoutEffect(() => {
    if (own.current) return attach(own.current);
    onMissing?.(null);
    return undefined;
  }, [attach, onMissing]);
  return useMemo(() => composeRefs(ref, own), [ref]);
}
