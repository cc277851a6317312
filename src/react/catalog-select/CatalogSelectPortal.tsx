"use client";
import * as Select from "@radix-ui/react-select";
import { useContext } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { findPortalContainer } from "../internal/findPortalContainer.js";
import { ClientContext } from "../provider/index.js";
import { useCatalogSelect } from "./CatalogSelectContext.js";

/**
 * Renders the list into the provider's container, else into the open dialog, the shadow root or the body around it.
 * Renders nothing before the trigger is focused or pointed at, since Radix renders a closed list too, off the page.
 */
export function CatalogSelectPortal({ container, ...rest }: CatalogSelectPortalProps) {
  const { trigger } = useCatalogSelect("CatalogSelect.Portal");
  const provided = useContext(ClientContext)?.portalContainer;
  if (!trigger) return null;
  return <Select.Portal {...rest} container={container ?? provided ?? findPortalContainer(trigger)} />;
}

/** Props of {@link CatalogSelectPortal}. Renders no element. */
export type CatalogSelectPortalProps = ComponentPropsWithoutRef<typeof Select.Portal>;
