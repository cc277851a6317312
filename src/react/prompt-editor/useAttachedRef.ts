"use client";
import { useMemo, useRef } from "react";
import type { ForwardedRef } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";

/** Ref of a part's element that joins the host's ref and attaches the element while it is in the page. */
export function useAttachedRef<E extends HTMLElement>(
  ref: ForwardedRef<E>,
  attach: (element: E) => () => void,
) {
  const own = useRef<E>(null);
  useIsomorphicLayoutEffect(() => (own.current ? attach(own.current) : undefined), [attach]);
  return useMemo(() => composeRefs(ref, own), [ref]);
}
