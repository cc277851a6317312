"use client";
import { useLayoutEffect, useRef } from "react";
import { useLatest } from "../../internal/useLatest.js";
import { containWheel } from "../../internal/containWheel.js";
import { followAnchor } from "../list/followAnchor.js";
import { holdEscape } from "../../internal/holdEscape.js";
import { onPressOutside } from "../../internal/onPressOutside.js";
import { listen } from "../../internal/listen.js";
import { hidePopup, showPopup } from "../list/showPopup.js";

/** Shows an element at its button; Escape, a press elsewhere and a lost button close it. */
export function useBrowserPopup(anchor: HTMLElement, onClose: () => void) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useLatest(onClose);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const view = anchor.ownerDocument.defaultView ?? window;
    showPopup(element);
    const unfollow = followAnchor({
      element,
      owner: anchor,
      anchor: () => anchor.getBoundingClientRect(),
      position: () => "",
      onLost: () => close.current(),
    });
    const keepFocus = (event: Event) => {
      // A press on a row must not take the focus from the search field, which may be of another window's classes.
      if ((event.target as Element).localName !== "input") event.preventDefault();
    };
    const escape = () => {
      close.current();
      anchor.focus();
    };
    const stops = [
      unfollow,
      containWheel(element),
      listen(element, "mousedown", keepFocus),
      onPressOutside([element, anchor], () => close.current()),
      holdEscape(view, { elements: () => [element, anchor], close: escape }),
      () => hidePopup(element),
    ];
    return () => stops.forEach((stop) => stop());
  }, [anchor, close]);
  return ref;
}
