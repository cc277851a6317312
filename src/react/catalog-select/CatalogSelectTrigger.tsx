"use client";
import type * as Select from "@radix-ui/react-select";
import { Slot } from "@radix-ui/react-slot";
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
    const { kind, controlId, describedBy, invalid, status, selected, triggerRef, reach, open, link } =
      useCatalogSelectContext("CatalogSelect.Trigger");
    const contained = useContext(ContainedContext);
    const refs = useMemo(() => composeRefs<HTMLButtonElement>(triggerRef, ref), [triggerRef, ref]);
    const { asChild, disabled, ...rest } = { ...props, ...(!contained && endCanvasEvents(props, [])) };
    const { root, relay } = link;
    const isDisabled = root.disabled || disabled;
    const relayed =
      <E,>(handle: (event: E) => void) =>
      (event: E) => {
        if (isDisabled) return;
        reach();
        handle(event);
      };
    const Component = asChild ? Slot : "button";
    return (
      <Component
        type="button"
        role="combobox"
        aria-controls={open ? link.listId : undefined}
        aria-expanded={open}
        aria-autocomplete="none"
        dir={root.dir}
        disabled={isDisabled}
        data-state={open ? "open" : "closed"}
        data-disabled={dataFlag(isDisabled)}
        data-placeholder={dataFlag(root.value === "")}
        data-imagenode-part="catalog-select-trigger"
        data-catalog={kind}
        data-status={status}
        data-invalid={dataFlag(invalid)}
        data-retired={dataFlag(selected?.retired)}
        id={controlId}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        {...rest}
        onFocus={composeHandlers(rest.onFocus, reach)}
        onBlur={composeHandlers(rest.onBlur, relay.forget)}
        onClick={composeHandlers(rest.onClick, relayed(relay.onClick))}
        onPointerDown={composeHandlers(
          composeHandlers(rest.onPointerDown, focusWindow),
          relayed(relay.onPointerDown),
        )}
        onKeyDown={composeHandlers(rest.onKeyDown, relayed(relay.onKeyDown))}
        onPointerEnter={composeHandlers(rest.onPointerEnter, reach)}
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
  /** @selector [data-state] Whether the list is open. */
  state: "open" | "closed";
  /** @selector [data-disabled] Nothing can be chosen. */
  disabled: boolean;
  /** @selector [data-placeholder] The value is empty. */
  placeholder: boolean;
  /** @selector [data-catalog] List that is chosen from. */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style" | "setting";
  /** @selector [data-status] State of the list. */
  status: "loading" | "ready" | "failed" | "empty";
  /** @selector [data-invalid] While the field around has an error. */
  invalid: boolean;
  /** @selector [data-retired] The saved choice is no longer offered. */
  retired: boolean;
}

/** Props of {@link CatalogSelectTrigger}. */
export type CatalogSelectTriggerProps = ComponentPropsWithoutRef<typeof Select.Trigger>;
