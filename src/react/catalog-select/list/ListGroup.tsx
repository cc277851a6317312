"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";

/** Group of options, by Radix. Renders a `<div role="group">` element. */
export const ListGroup = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<typeof Select.Group>>(
  function ListGroup(props, ref) {
    return <Select.Group data-imagenode-part="catalog-select-group" {...props} ref={ref} />;
  },
);
