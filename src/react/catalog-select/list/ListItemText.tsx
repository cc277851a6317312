"use client";
import * as Select from "@radix-ui/react-select";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useNearestOption } from "../CatalogSelectContext.js";

/** Label of an option, by Radix. Renders a `<span>` element. */
export const ListItemText = forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<typeof Select.ItemText>>(
  function ListItemText({ children, asChild, className, style, ...props }, ref) {
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
