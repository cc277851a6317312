"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useMemo, useState } from "react";
import type { ComponentPropsWithoutRef, RefCallback } from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { useVisibleSurroundings } from "../internal/useVisibleSurroundings.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";
import { CatalogSelectItems } from "./CatalogSelectItems.js";
import { CatalogSelectViewport } from "./CatalogSelectViewport.js";
import { enterList, moveInList } from "./moveInList.js";
import { showLayer } from "./showLayer.js";
import { useListDismissal } from "./useListDismissal.js";

/**
 * List of options. Without children it shows those of the catalog, under headings, and says where there are none.
 * Renders a `<div role="listbox">` element, as wide as its trigger at least, with Radix's viewport in it.
 */
export const CatalogSelectContent = forwardRef<HTMLDivElement, CatalogSelectContentProps>(
  function CatalogSelectContent(props, ref) {
    const { children, onKeyDown, onFocus, onEscapeKeyDown, ...rest } = props;
    const { kind, trigger, open, close } = useCatalogSelectContext("CatalogSelect.Content");
    const [list, setList] = useState<HTMLDivElement | null>(null);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(layerRef(), setList, ref), [ref]);
    // Radix renders a closed list too, into a fragment.
    const shown = open ? list : null;
    useListDismissal(shown, trigger, (event) => onEscapeKeyDown?.(event), close);
    useVisibleSurroundings(shown);
    return (
      <Select.Content
        data-imagenode-part="catalog-select-content"
        data-catalog={kind}
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        onKeyDown={composeHandlers(onKeyDown, moveInList)}
        onFocus={composeHandlers(onFocus, (event) => {
          if (event.target === event.currentTarget) enterList(event.currentTarget);
        })}
        ref={refs}
      >
        <CatalogSelectViewport data-imagenode-part="catalog-select-viewport">
          {children ?? <CatalogSelectItems />}
        </CatalogSelectViewport>
      </Select.Content>
    );
  },
);

/** Makes a ref that shows the layer before Radix measures the list in it. */
function layerRef(): RefCallback<HTMLDivElement> {
  let hide: (() => void) | undefined;
  return (list) => {
    hide?.();
    hide = showLayer(list);
  };
}

/** Attributes of the list. */
export interface CatalogSelectContentState {
  /** @selector [data-catalog] */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style";
}

/** Props of {@link CatalogSelectContent}. Radix sets `data-state`, `data-side` and `data-align`. */
export type CatalogSelectContentProps = ComponentPropsWithoutRef<typeof Select.Content>;
