"use client";
import * as Select from "@radix-ui/react-select";
import { createContext, forwardRef, useImperativeHandle, useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { useCatalogSelectContext } from "../CatalogSelectContext.js";
import type { TriggerHandlers } from "../createTriggerRelay.js";

/** Whether Radix's root is around a part. */
export const RootedContext = createContext(false);

/** Root of Radix around the list. Its trigger is the button that has been in the page all along. Renders no element. */
export function ListRoot({ children }: { children: ReactNode }) {
  const { root, firstKey, listed, setListed } = useCatalogSelectContext("CatalogSelect.Portal").link;
  useLayoutEffect(() => {
    setListed(true);
    return () => setListed(false);
  }, [setListed]);
  return (
    <RootedContext.Provider value>
      {/* Radix leads a reset form back to its first value, which is older than this root. */}
      <Select.Root {...root} value={listed ? root.value : firstKey}>
        <Select.Trigger asChild>
          <AdoptedTrigger />
        </Select.Trigger>
        {children}
      </Select.Root>
    </RootedContext.Provider>
  );
}

/** Gives Radix our button for its own, and our button Radix's handlers. Renders nothing. */
const AdoptedTrigger = forwardRef<HTMLElement, AdoptedTriggerProps>(function AdoptedTrigger(props, ref) {
  const { trigger, link } = useCatalogSelectContext("CatalogSelect.Trigger");
  const { [SIDE]: side, [ALIGN]: align, onClick, onPointerDown, onKeyDown } = props;
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => trigger, [trigger]);
  useLayoutEffect(() => {
    if (!onClick || !onPointerDown || !onKeyDown) return undefined;
    return link.relay.connect({ onClick, onPointerDown, onKeyDown });
  });
  useLayoutEffect(() => {
    setAttribute(trigger, SIDE, side);
    setAttribute(trigger, ALIGN, align);
  }, [trigger, side, align]);
  return null;
});

function setAttribute(element: Element | null, name: string, value: string | undefined): void {
  if (value === undefined) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}

const SIDE = "data-radix-popper-side";
const ALIGN = "data-radix-popper-align";

/** Props that Radix hands its trigger, as far as our button does not have them by itself. */
interface AdoptedTriggerProps extends Partial<TriggerHandlers> {
  [SIDE]?: string | undefined;
  [ALIGN]?: string | undefined;
}
