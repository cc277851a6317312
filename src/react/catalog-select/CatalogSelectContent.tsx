"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useCatalogSelect } from "./CatalogSelectContext.js";

/** The list. Renders a `<div role="listbox">` element, as wide as its trigger at least, with Radix's viewport in it. */
export const CatalogSelectContent = forwardRef<HTMLDivElement, CatalogSelectContentProps>(
  function CatalogSelectContent(props, ref) {
    const { children, ...rest } = props;
    const { kind } = useCatalogSelect("CatalogSelect.Content");
    return (
      <Select.Content
        data-imagenode-part="catalog-select-content"
        data-catalog={kind}
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        ref={ref}
      >
        <Select.Viewport data-imagenode-part="catalog-select-viewport">{children}</Select.Viewport>
      </Select.Content>
    );
  },
);

/** Props of {@link CatalogSelectContent}. */
export type CatalogSelectContentProps = ComponentPropsWithoutRef<typeof Select.Content>;
