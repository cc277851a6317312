"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useContext, useMemo } from "react";
import type { ComponentPropsWithoutRef, PointerEvent } from "react";
import { ContainedContext } from "../internal/ContainedContext.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { endCanvasEvents } from "../internal/endCanvasEvents.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Opens the list. Renders a `<button role="combobox">` element. */
export const CatalogSelectTrigger = forwardRef<HTMLButtonElement, CatalogSelectTriggerProps>(
  function CatalogSelectTrigger(props, ref) {
    const { kind, controlId, describedBy, invalid, status, selected, triggerRef, reach } =
      useCatalogSelectContext("CatalogSelect.Trigger");
    const contained = useContext(ContainedContext);
    const refs = useMemo(() => composeRefs<HTMLButtonElement>(triggerRef, ref), [triggerRef, ref]);
    return (
      <Select.Trigger
        data-imagenode-part="catalog-select-trigger"
        data-catalog={kind}
        data-status={status}
        data-invalid={dataFlag(invalid)}
        data-retired={dataFlag(selected?.retired)}
        id={controlId}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        {...props}
        {...(!contained && endCanvasEvents(props, []))}
        onFocus={composeHandlers(props.onFocus, reach)}
        onPointerDown={composeHandlers(props.onPointerDown, focusWindow)}
        onPointerEnter={composeHandlers(props.onPointerEnter, reach)}
        ref={refs}
      />
    );
  },
);

/** Focuses a trigger in another window's document first: Radix closes the list when the page's own window loses it. */
function focusWindow({ currentTarget }: PointerEvent<HTMLElement>): void {
  if (currentTarget.ownerDocument !== document) currentTarget.focus();
}

/** Attributes of the trigger. */
export interface CatalogSelectTriggerState {
  /** @selector [data-catalog] List that is chosen from. */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style" | "setting";
  /** @selector [data-status] State of the list. */
  status: "loading" | "ready" | "failed" | "empty";
  /** @selector [data-invalid] While the field around has an error. */
  invalid: boolean;
  /** @selector [data-retired] The saved choice is no longer offered. */
  retired: boolean;
}

/** Props of {@link CatalogSelectTrigger}. Radix sets `data-state` to "open" or "closed". */
export type CatalogSelectTriggerProps = ComponentPropsWithoutRef<typeof Select.Trigger>;
