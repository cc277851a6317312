"use client";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { isInPopup } from "../../internal/isInPopup.js";
import { listen } from "../../internal/listen.js";
import { useLatest } from "../../internal/useLatest.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { usePreviewContext } from "../PreviewContext.js";
import { focusCell, moveInGrid } from "./moveInGrid.js";
import { Variation } from "./Variation.js";

/** Cells of `Preview.Variations`; fetched with the first of them. */
export function VariationList({ children }: { children?: ReactNode }) {
  const { state, store, select, announce } = usePreviewContext("Preview.Variations");
  const t = useMessagesWith(resultWords);
  const variations = state.variations ?? [];
  const choose = (index: number) => {
    if (variations[index]?.generation === undefined) return;
    store?.choose(index);
    select(null);
    announce(t("variations.chosen", { number: index + 1 }));
  };
  const latest = useLatest(choose);
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = listRef.current;
    if (!list) return undefined;
    return listen<KeyboardEvent>(list, "keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target as Element, list)) return;
      const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
      if (!(digit === undefined ? moveInGrid(list, event.key) : focusCell(list, digit - 1))) return;
      event.preventDefault();
      if (digit !== undefined) latest.current(digit - 1);
    });
  }, [latest]);
  return (
    <ul data-imagenode-part="preview-variations-list" ref={listRef}>
      {variations.map((_, index) => (
        <Variation key={index} index={index} onChoose={() => choose(index)}>
          {children}
        </Variation>
      ))}
    </ul>
  );
}

/** Checks whether a key belongs to a field or a window that a host put over the chosen image. */
function isTyping(target: Element, list: HTMLElement): boolean {
  return target.closest("input, textarea, select, [contenteditable]") !== null || isInPopup(target, list);
}
