"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { useLoader } from "../internal/createLoader.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";
import { listCode } from "./listCode.js";

/**
 * Renders the list beside its trigger, or into the provider's container: a `<span popover>` element, which stands in
 * the top layer while the list is open. Renders nothing before the trigger is focused or pointed at, since Radix renders
 * a closed list too, off the page.
 */
export function CatalogSelectPortal(props: CatalogSelectPortalProps) {
  const { trigger } = useCatalogSelectContext("CatalogSelect.Portal");
  const list = useLoader(listCode);
  return trigger && list ? <list.Portal {...props} data-imagenode-part="catalog-select-layer" /> : null;
}

/** Props of {@link CatalogSelectPortal}. */
export type CatalogSelectPortalProps = ComponentPropsWithoutRef<typeof Select.Portal>;
