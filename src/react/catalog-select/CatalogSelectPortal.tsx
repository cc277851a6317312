"use client";
import * as Select from "@radix-ui/react-select";
import { useContext } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { findPortalContainer } from "../internal/findPortalContainer.js";
import { ClientContext } from "../provider/index.js";
import { useCatalogSelect } from "./CatalogSelectContext.js";

/** Puts the list above everything: the provider's container, else the open dialog, the shadow root or the body around it. */
export function CatalogSelectPortal({ container, ...rest }: CatalogSelectPortalProps) {
  const { trigger } = useCatalogSelect("CatalogSelect.Portal");
  const provided = useContext(ClientContext)?.portalContainer;
  return <Select.Portal {...rest} container={container ?? provided ?? findPortalContainer(trigger)} />;
}

/** Props of {@link CatalogSelectPortal}. Renders no element. */
export type CatalogSelectPortalProps = ComponentPropsWithoutRef<typeof Select.Portal>;
