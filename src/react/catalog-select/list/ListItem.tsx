"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useId, useMemo } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { dataFlag } from "../../internal/dataFlag.js";
import { ItemContext, useCatalogSelectContext } from "../CatalogSelectContext.js";
import type { ItemContextValue } from "../CatalogSelectContext.js";
import { toKey } from "../CatalogOption.js";
import type { CatalogOption } from "../CatalogOption.js";

/** Option of the list, by Radix. Renders a `<div role="option">` element. */
export const ListItem = forwardRef<HTMLDivElement, ListItemProps>(function ListItem(props, ref) {
  const { value, disabled, ...rest } = props;
  const { kind, options } = useCatalogSelectContext("CatalogSelect.Item");
  const id = useId();
  const found = options.find((candidate) => candidate.value === value);
  const item = useMemo(() => {
    const option: CatalogOption = found ?? { value, label: value ?? "" };
    return { option, hintId: `${id}-hint`, badgeId: `${id}-badge` };
  }, [found, value, id]);
  return (
    <ItemContext.Provider value={item}>
      <Select.Item
        data-imagenode-part="catalog-select-item"
        data-catalog={kind}
        data-retired={dataFlag(item.option.retired)}
        data-fit={item.option.fit}
        aria-describedby={describe(item)}
        textValue={item.option.label}
        disabled={disabled ?? item.option.disabled ?? false}
        {...rest}
        value={toKey(value)}
        ref={ref}
      />
    </ItemContext.Provider>
  );
});

function describe({ option, hintId, badgeId }: ItemContextValue): string | undefined {
  const ids = [option.description || option.reason ? hintId : undefined, option.badge ? badgeId : undefined];
  return ids.filter((id) => id !== undefined).join(" ") || undefined;
}

interface ListItemProps extends Omit<ComponentPropsWithoutRef<typeof Select.Item>, "value"> {
  value: string | null;
}
