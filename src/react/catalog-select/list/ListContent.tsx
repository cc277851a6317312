"use client";
import * as Select from "@radix-ui/react-select";
import { forwardRef, useContext, useMemo, useState } from "react";
import type { ComponentPropsWithoutRef, RefCallback } from "react";
import { composeHandlers } from "../../internal/composeHandlers.js";
import { composeRefs } from "../../internal/composeRefs.js";
import { useVisibleSurroundings } from "../../internal/useVisibleSurroundings.js";
import { useCatalogSelectContext } from "../CatalogSelectContext.js";
import { KeptPresses } from "./KeptPresses.js";
import { ListItems } from "./ListItems.js";
import { ListRoot, RootedContext } from "./ListRoot.js";
import { ListViewport } from "./ListViewport.js";
import { enterList, moveInList } from "./moveInList.js";
import { showLayer } from "./showLayer.js";
import { useListDismissal } from "./useListDismissal.js";

/** List of options, by Radix. Renders a `<div role="listbox">` element with Radix's viewport in it. */
export const ListContent = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<typeof Select.Content>>(
  function ListContent(props, ref) {
    const { children, onKeyDown, onFocus, onEscapeKeyDown, ...rest } = props;
    const { kind, trigger, open, close, link } = useCatalogSelectContext("CatalogSelect.Content");
    const rooted = useContext(RootedContext);
    const [list, setList] = useState<HTMLDivElement | null>(null);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(layerRef(), setList, ref), [ref]);
    // Radix renders a closed list too, into a fragment.
    const shown = open ? list : null;
    useListDismissal(shown, trigger, (event) => onEscapeKeyDown?.(event), close);
    useVisibleSurroundings(shown);
    const content = (
      <Select.Content
        data-imagenode-part="catalog-select-content"
        data-catalog={kind}
        id={link.listId}
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        {...nameOf(trigger)}
        {...rest}
        onKeyDown={composeHandlers(onKeyDown, moveInList)}
        onFocus={composeHandlers(onFocus, (event) => {
          if (event.target === event.currentTarget) enterList(event.currentTarget);
        })}
        ref={refs}
      >
        <ListViewport data-imagenode-part="catalog-select-viewport">{children ?? <ListItems />}</ListViewport>
        <KeptPresses />
      </Select.Content>
    );
    if (rooted) return content;
    // Without a portal around.
    return trigger && <ListRoot>{content}</ListRoot>;
  },
);

/** Names the list as its trigger is named: a list without a name is only "list" to who opens it. */
function nameOf(trigger: HTMLElement | null) {
  const label = trigger?.getAttribute("aria-label") ?? undefined;
  if (label !== undefined) return { "aria-label": label };
  const [first] = (trigger as HTMLButtonElement | null)?.labels ?? [];
  const ids = trigger?.getAttribute("aria-labelledby") ?? first?.id;
  return ids ? { "aria-labelledby": ids } : { "aria-label": first?.textContent ?? undefined };
}

/** Makes a ref that shows the layer before Radix measures the list in it. */
function layerRef(): RefCallback<HTMLDivElement> {
  let hide: (() => void) | undefined;
  return (list) => {
    hide?.();
    hide = showLayer(list);
  };
}
