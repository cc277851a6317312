"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { LabelHTMLAttributes } from "react";
import { useMessages } from "../messages/index.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Names the select; the default words are the field's documented name. Renders a `<label>` element. */
export const CatalogSelectLabel = forwardRef<HTMLLabelElement, CatalogSelectLabelProps>(
  function CatalogSelectLabel(props, ref) {
    const { asChild, children, ...rest } = props;
    const { kind, controlId, labelId } = useCatalogSelectContext("CatalogSelect.Label");
    const t = useMessages();
    const Component = asChild ? Slot : "label";
    return (
      <Component
        data-imagenode-part="catalog-select-label"
        id={labelId}
        htmlFor={controlId}
        {...rest}
        ref={ref}
      >
        {children ?? t(`select.${kind}.label`)}
      </Component>
    );
  },
);

/** Props of {@link CatalogSelectLabel}. */
export interface CatalogSelectLabelProps extends LabelHTMLAttributes<HTMLLabelElement> {
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
