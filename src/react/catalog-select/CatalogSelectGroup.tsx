"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Groups options that belong together, such as one provider's. Renders a `<div role="group">` element. */
export const CatalogSelectGroup = forwardRef<HTMLDivElement, CatalogSelectGroupProps>(
  function CatalogSelectGroup(props, ref) {
    useCatalogSelectContext("CatalogSelect.Group");
    return <Select.Group data-imagenode-part="catalog-select-group" {...props} ref={ref} />;
  },
);

/** Props of {@link CatalogSelectGroup}. */
export type CatalogSelectGroupProps = ComponentPropsWithoutRef<typeof Select.Group>;
