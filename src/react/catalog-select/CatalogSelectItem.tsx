"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useId, useMemo } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { ItemContext, useCatalogSelect } from "./CatalogSelectContext.js";
import { toKey } from "./catalogOption.js";
import type { CatalogOption } from "./catalogOption.js";

/** One option. Renders a `<div role="option">` element. */
export const CatalogSelectItem = forwardRef<HTMLDivElement, CatalogSelectItemProps>(
  function CatalogSelectItem(props, ref) {
    const { value, disabled, ...rest } = props;
    const { kind, options } = useCatalogSelect("CatalogSelect.Item");
    const hintId = useId();
    const found = options.find((candidate) => candidate.value === value);
    const item = useMemo(() => {
      const option: CatalogOption = found ?? { value, label: value ?? "" };
      return { option, hintId };
    }, [found, value, hintId]);
    return (
      <ItemContext.Provider value={item}>
        <Select.Item
          data-imagenode-part="catalog-select-item"
          data-catalog={kind}
          data-retired={dataFlag(item.option.retired)}
          aria-describedby={item.option.description ? hintId : undefined}
          textValue={item.option.label}
          disabled={disabled ?? item.option.disabled ?? false}
          {...rest}
          value={toKey(value)}
          ref={ref}
        />
      </ItemContext.Provider>
    );
  },
);

/** Attributes that say how an option is. */
export interface CatalogSelectItemState {
  /** @selector [data-retired] */
  retired: boolean;
}

/** Props of {@link CatalogSelectItem}. Radix sets `data-state`, `data-highlighted` and `data-disabled`. */
export interface CatalogSelectItemProps extends Omit<ComponentPropsWithoutRef<typeof Select.Item>, "value"> {
  /** The option's id; `null` is the workspace's default. */
  value: string | null;
}
