import { render } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { onTestFinished, vi } from "vitest";
import { Node } from "./renderNode.js";

/** A host that draws what it holds elsewhere, such as a card that can be dragged and has a dialog. */
function PortalHost({ onEvent, children }: { onEvent: (name: string) => void; children: ReactNode }) {
  const [place] = useState(() => document.body.appendChild(document.createElement("div")));
  useEffect(() => () => place.remove(), [place]);
  const tell = (event: React.SyntheticEvent) =>
    onEvent("key" in event ? `${event.type} ${String(event.key)}` : event.type);
  const handlers = {
    onKeyDown: tell,
    onKeyUp: tell,
    onPointerDown: tell,
    onMouseDown: tell,
    onTouchStart: tell,
    onDoubleClick: tell,
    onDragStart: tell,
    onWheel: tell,
    onSubmit: tell,
    onToggle: tell,
    onClick: tell,
  };
  return (
    <form aria-label="Card" {...handlers}>
      {createPortal(children, place)}
    </form>
  );
}

/** Renders the panel, or these parts, and tells what the host hears through its tree and through its document. */
export function renderInHost(props: Partial<ImageNodePanelProps> = {}, children?: ReactNode) {
  const onEvent = vi.fn<(name: string) => void>();
  const onDocument = vi.fn<(name: string) => void>();
  const controller = new AbortController();
  const tell = (event: Event) =>
    onDocument("key" in event ? `${event.type} ${String(event.key)}` : event.type);
  for (const type of ["keydown", "keyup", "pointerdown", "mousedown"]) {
    document.addEventListener(type, tell, { signal: controller.signal });
  }
  onTestFinished(() => controller.abort());
  render(
    <Node>
      <PortalHost onEvent={onEvent}>
        {children ?? (
          <ImageNodePanel
            defaultValue={createImageNodeConfig({ prompt: { template: "A lamp" } })}
            {...props}
          />
        )}
      </PortalHost>
    </Node>,
  );
  const heard = () => [...new Set([...onEvent.mock.calls, ...onDocument.mock.calls].flat())];
  return { onEvent, onDocument, heard };
}
