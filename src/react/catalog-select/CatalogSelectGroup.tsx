"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { createListPart } from "./createListPart.js";

/** Groups options that belong together, such as one provider's. Renders a `<div role="group">` element. */
export const CatalogSelectGroup = createListPart<HTMLDivElement, CatalogSelectGroupProps>(
  "CatalogSelect.Group",
);

/** Props of {@link CatalogSelectGroup}. */
export type CatalogSelectGroupProps = ComponentPropsWithoutRef<typeof Select.Group>;
