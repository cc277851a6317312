"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { LabelHTMLAttributes } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { useFieldContext } from "./FieldContext.js";

/** Names the control of its field. Renders a `<label>` element. */
export const FieldLabel = forwardRef<HTMLLabelElement, FieldLabelProps>(function FieldLabel(props, ref) {
  const { asChild, ...rest } = props;
  const field = useFieldContext("Field.Label");
  const Component = asChild ? Slot : "label";
  return (
    <Component
      data-imagenode-part="field-label"
      data-invalid={dataFlag(field.error !== undefined)}
      id={field.labelId}
      htmlFor={field.controlId}
      {...rest}
      ref={ref}
    />
  );
});

/** Props of {@link FieldLabel}. */
export interface FieldLabelProps extends LabelHTMLAttributes<HTMLLabelElement> {
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}

/** Attributes that say how the field is. */
export interface FieldLabelState {
  /** @selector [data-invalid] */
  invalid: boolean;
}
