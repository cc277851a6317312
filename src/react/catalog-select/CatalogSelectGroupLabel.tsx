"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Names a group. Renders a `<div>` element. */
export const CatalogSelectGroupLabel = forwardRef<HTMLDivElement, CatalogSelectGroupLabelProps>(
  function CatalogSelectGroupLabel(props, ref) {
    useCatalogSelectContext("CatalogSelect.GroupLabel");
    return <Select.Label data-imagenode-part="catalog-select-group-label" {...props} ref={ref} />;
  },
);

/** Props of {@link CatalogSelectGroupLabel}. */
export type CatalogSelectGroupLabelProps = ComponentPropsWithoutRef<typeof Select.Label>;
