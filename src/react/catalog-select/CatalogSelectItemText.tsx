"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useNearestOption } from "./CatalogSelectContext.js";

/** The option's label, which names it. Renders a `<span>` element. */
export const CatalogSelectItemText = forwardRef<HTMLSpanElement, CatalogSelectItemTextProps>(
  function CatalogSelectItemText({ children, ...props }, ref) {
    const option = useNearestOption("CatalogSelect.ItemText");
    return (
      <Select.ItemText data-imagenode-part="catalog-select-item-text" {...props} ref={ref}>
        {children ?? option?.label}
      </Select.ItemText>
    );
  },
);

/** Props of {@link CatalogSelectItemText}. */
export type CatalogSelectItemTextProps = ComponentPropsWithoutRef<typeof Select.ItemText>;
