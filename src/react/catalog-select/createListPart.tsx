"use client";
import { forwardRef } from "react";
import type { ComponentType, ForwardRefExoticComponent, RefAttributes } from "react";
import { useLoader } from "../internal/createLoader.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";
import { listCode } from "./listCode.js";
import type { ListCode } from "./listCode.js";

/** Creates a part of the list, whose code comes after the first paint. Until then it renders nothing. */
export function createListPart<E, P>(
  displayName: `CatalogSelect.${"Content" | "Group" | "GroupLabel" | "Item" | "ItemText"}`,
): ForwardRefExoticComponent<P & RefAttributes<E>> {
  const name = displayName.slice("CatalogSelect.".length) as keyof ListCode;
  const Part = forwardRef<E, object>(function ListPart(props, ref) {
    useCatalogSelectContext(displayName);
    const code: ListCode | undefined = useLoader(listCode);
    const Loaded = code?.[name] as ComponentType<RefAttributes<E>> | undefined;
    return Loaded && <Loaded {...props} ref={ref} />;
  });
  Part.displayName = displayName;
  return Part as unknown as ForwardRefExoticComponent<P & RefAttributes<E>>;
}
