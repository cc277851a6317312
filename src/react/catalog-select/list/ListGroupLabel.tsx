"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";

/** Heading of a group, by Radix. Renders a `<div>` element. */
export const ListGroupLabel = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<typeof Select.Label>>(
  function ListGroupLabel(props, ref) {
    return <Select.Label data-imagenode-part="catalog-select-group-label" {...props} ref={ref} />;
  },
);
