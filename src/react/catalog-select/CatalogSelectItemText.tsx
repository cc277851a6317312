"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { createListPart } from "./createListPart.js";

/** Label of the option, which names it. Renders a `<span>` element. */
export const CatalogSelectItemText = createListPart<HTMLSpanElement, CatalogSelectItemTextProps>(
  "CatalogSelect.ItemText",
);

/** Props of {@link CatalogSelectItemText}. */
export type CatalogSelectItemTextProps = ComponentPropsWithoutRef<typeof Select.ItemText>;
