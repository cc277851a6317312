"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { createListPart } from "./createListPart.js";

/** Names a group. Renders a `<div>` element. */
export const CatalogSelectGroupLabel = createListPart<HTMLDivElement, CatalogSelectGroupLabelProps>(
  "CatalogSelect.GroupLabel",
);

/** Props of {@link CatalogSelectGroupLabel}. */
export type CatalogSelectGroupLabelProps = ComponentPropsWithoutRef<typeof Select.Label>;
