"use client";
import { useEffect, useRef, useState } from "react";
import type { GenerationState } from "../../client/index.js";

/**
 * Scrolls the place around it into sight when a person starts a run in this panel, where a narrow one has it below the
 * form. Does nothing while all of it is seen, and for runs that are only taken up again.
 */
export function RevealRun({ status, startedAt }: Pick<GenerationState, "status" | "startedAt">) {
  const [mountedAt] = useState(Date.now);
  const mark = useRef<HTMLSpanElement>(null);
  const before = useRef(status);
  useEffect(() => {
    const isNew = (startedAt ?? Infinity) >= mountedAt;
    const hasBegun = status === "running" && before.current !== "running" && isNew;
    before.current = status;
    const place = mark.current?.parentElement;
    if (!hasBegun || !place) return;
    const { activeElement } = place.getRootNode() as Document | ShadowRoot;
    const panel = place.closest('[data-imagenode-part="panel"]');
    if (!panel || !activeElement || !panel.contains(activeElement)) return;
    // jsdom has neither.
    const { matchMedia } = globalThis as Partial<typeof globalThis>;
    const isCalm = matchMedia?.("(prefers-reduced-motion: reduce)").matches === true;
    (place as Partial<Element>).scrollIntoView?.({ block: "nearest", behavior: isCalm ? "auto" : "smooth" });
  }, [status, startedAt, mountedAt]);
  return <span data-imagenode-part="space" ref={mark} />;
}
