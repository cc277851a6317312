import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";

/** A document or shadow root of its own, below the page. */
function InRoot({ kind, children }: { kind: "shadow" | "frame"; children: ReactNode }) {
  const host = useRef<HTMLElement>(null);
  const [root, setRoot] = useState<ShadowRoot | HTMLElement | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    setRoot(
      element instanceof HTMLIFrameElement
        ? (element.contentDocument?.body ?? null)
        : (element.shadowRoot ?? element.attachShadow({ mode: "open" })),
    );
  }, []);
  const portal = root && createPortal(children, root);
  return kind === "frame" ? (
    <>
      <iframe title="frame" style={{ width: 500, height: 600 }} ref={host as React.Ref<HTMLIFrameElement>} />
      {portal}
    </>
  ) : (
    <div ref={host as React.Ref<HTMLDivElement>}>{portal}</div>
  );
}

function Modal({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return <dialog ref={dialog}>{children}</dialog>;
}

function Popover({ children }: { children: ReactNode }) {
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => popover.current?.showPopover(), []);
  return (
    <div popover="auto" ref={popover}>
      {children}
    </div>
  );
}

function FullScreen({ children }: { children: ReactNode }) {
  return (
    <div>
      <button onClick={(event) => void event.currentTarget.parentElement?.requestFullscreen()}>
        Enlarge
      </button>
      {children}
    </div>
  );
}

/** Slides in, scrolls and is no taller than its select: only what is in the top layer is whole. */
const drawer = {
  position: "fixed",
  zIndex: 1200,
  inset: "0 0 auto auto",
  width: 300,
  height: 60,
  overflow: "auto",
  transform: "translateX(0)",
  background: "white",
} as const;
const node = { overflow: "hidden", transform: "scale(.5)", height: 60, contain: "paint" } as const;

/** Places in which a select may stand. */
export const PLACES: Record<string, (select: ReactNode) => ReactNode> = {
  "a modal dialog": (select) => <Modal>{select}</Modal>,
  "an open popover": (select) => <Popover>{select}</Popover>,
  "a full-screen element": (select) => <FullScreen>{select}</FullScreen>,
  "a drawer with a z-index": (select) => <div style={drawer}>{select}</div>,
  "a scaled and clipped node": (select) => <div style={node}>{select}</div>,
  "a paragraph": (select) => <p>{select}</p>,
  "a shadow root": (select) => <InRoot kind="shadow">{select}</InRoot>,
  "another window's document": (select) => <InRoot kind="frame">{select}</InRoot>,
};
