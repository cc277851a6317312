"use client";
import * as Select from "@radix-ui/react-select";
import { useContext, useState } from "react";
import type { ComponentPropsWithoutRef, CSSProperties, MouseEvent } from "react";
import { createPortal } from "react-dom";
import { POPUP_EVENTS, endCanvasEvents } from "../../internal/endCanvasEvents.js";
import { ClientContext } from "../../provider/index.js";
import { ListRoot } from "./ListRoot.js";

/** Layer in which the list stands: a `<span popover>` element beside the trigger, or in the provider's container. */
export function ListPortal({ container, "data-imagenode-part": part, ...rest }: ListPortalProps) {
  const provided = useContext(ClientContext)?.portalContainer;
  const [layer, setLayer] = useState<HTMLSpanElement | null>(null);
  const place = container ?? provided;
  const content = (
    // A span, since a host's select may stand in a paragraph.
    <span popover="manual" data-imagenode-part={part} style={LAYER} {...CONTAINED} ref={setLayer}>
      {layer && <Select.Portal {...rest} container={layer} />}
    </span>
  );
  return <ListRoot>{place ? createPortal(content, place) : content}</ListRoot>;
}

/** No box of its own, whatever a style sheet says about popovers: the list places itself. */
const LAYER: CSSProperties = {
  // A simulated page such as jsdom hides popovers and can't open them.
  display: "block",
  position: "fixed",
  // Where the browser knows no popovers.
  zIndex: 50,
  inset: 0,
  width: 0,
  height: 0,
  margin: 0,
  padding: 0,
  border: 0,
  overflow: "visible",
  background: "none",
  color: "inherit",
};

const CONTAINED = endCanvasEvents(
  {
    // A label around would pass the click on to the trigger.
    onClick(event: MouseEvent) {
      if (!(event.target as Element).closest("a, button, input")) event.preventDefault();
    },
  },
  POPUP_EVENTS,
);

interface ListPortalProps extends ComponentPropsWithoutRef<typeof Select.Portal> {
  /** Name of the layer. */
  "data-imagenode-part": string;
}
