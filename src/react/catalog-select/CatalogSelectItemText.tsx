"use client";
import * as Select from "@radix-ui/react-select";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useNearestOption } from "./CatalogSelectContext.js";

/** Label of the option, which names it. Renders a `<span>` element. */
export const CatalogSelectItemText = forwardRef<HTMLSpanElement, CatalogSelectItemTextProps>(
  function CatalogSelectItemText({ children, asChild, className, style, ...props }, ref) {
    const option = useNearestOption("CatalogSelect.ItemText");
    const Component = asChild ? Slot : "span";
    // Radix drops class and style of this one part; an element of our own keeps them.
    return (
      <Select.ItemText asChild data-imagenode-part="catalog-select-item-text" {...props} ref={ref}>
        <Component className={className} style={style}>
          {children ?? option?.label}
        </Component>
      </Select.ItemText>
    );
  },
);

/** Props of {@link CatalogSelectItemText}. */
export type CatalogSelectItemTextProps = ComponentPropsWithoutRef<typeof Select.ItemText>;
