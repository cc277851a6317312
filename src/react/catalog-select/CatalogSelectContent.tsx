"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useMemo, useState } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { useVisibleSurroundings } from "../internal/useVisibleSurroundings.js";
import { useCatalogSelect } from "./CatalogSelectContext.js";
import { CatalogSelectItems } from "./CatalogSelectItems.js";
import { CatalogSelectViewport } from "./CatalogSelectViewport.js";

/**
 * List of options. Without children it shows those of the catalog, under headings, and says where there are none.
 * Renders a `<div role="listbox">` element, as wide as its trigger at least, with Radix's viewport in it.
 */
export const CatalogSelectContent = forwardRef<HTMLDivElement, CatalogSelectContentProps>(
  function CatalogSelectContent(props, ref) {
    const { children, ...rest } = props;
    const { kind } = useCatalogSelect("CatalogSelect.Content");
    const [list, setList] = useState<HTMLDivElement | null>(null);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(setList, ref), [ref]);
    useVisibleSurroundings(list);
    return (
      <Select.Content
        data-imagenode-part="catalog-select-content"
        data-catalog={kind}
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        ref={refs}
      >
        <CatalogSelectViewport data-imagenode-part="catalog-select-viewport">
          {children ?? <CatalogSelectItems />}
        </CatalogSelectViewport>
      </Select.Content>
    );
  },
);

/** Attributes of the list. */
export interface CatalogSelectContentState {
  /** @selector [data-catalog] */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style";
}

/** Props of {@link CatalogSelectContent}. Radix sets `data-state`, `data-side` and `data-align`. */
export type CatalogSelectContentProps = ComponentPropsWithoutRef<typeof Select.Content>;
