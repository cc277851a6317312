import { useEffect, useRef } from "react";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { createPortal } from "react-dom";

/** A dialog that does what those of component libraries do; it tells why it would have closed. */
export function HostDialog({ children, onDismiss }: HostDialogProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const isOutside = (target: EventTarget | null) => !element.contains(target as Node);
    const escape = (reason: string) => (event: Event) => {
      if ((event as globalThis.KeyboardEvent).key === "Escape") onDismiss(reason);
    };
    const outside = (reason: string) => (event: Event) => {
      if (isOutside(event.target)) onDismiss(reason);
    };
    const controller = new AbortController();
    const { signal } = controller;
    const listen = (target: EventTarget, type: string, listener: (event: Event) => void, capture: boolean) =>
      target.addEventListener(type, listener, { capture, signal });
    for (const [name, target] of Object.entries({ window, document, element })) {
      for (const capture of [true, false]) {
        const phase = capture ? "capture" : "bubble";
        listen(target, "keydown", escape(`Escape, ${name}, ${phase}`), capture);
        listen(target, "keyup", escape(`Escape up, ${name}, ${phase}`), capture);
      }
    }
    for (const type of ["pointerdown", "mousedown", "click", "focusin"]) {
      listen(document, type, outside(`${type} outside`), true);
      listen(document, type, outside(`${type} outside`), false);
    }
    // Everything else of the page is inert, and the focus is pulled back.
    const others = [...document.body.children].filter((other) => !other.contains(element));
    for (const other of others) other.toggleAttribute("inert", true);
    listen(
      document,
      "focusin",
      ({ target }) => {
        if (isOutside(target)) element.focus();
      },
      false,
    );
    return () => {
      controller.abort();
      for (const other of others) other.removeAttribute("inert");
    };
  }, [onDismiss]);
  const tell = (reason: string) => () => onDismiss(reason);
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => event.key === "Escape" && onDismiss("Escape, React"),
    onClose: tell("close"),
    onCancel: tell("cancel"),
    onToggle: tell("toggle"),
    onBeforeToggle: tell("beforetoggle"),
    onClick({ clientX, clientY, currentTarget }: MouseEvent) {
      const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
      const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      if (!isInside) onDismiss("click beside the box");
    },
  };
  return createPortal(
    <div
      ref={box}
      role="dialog"
      aria-label="Host"
      tabIndex={-1}
      style={{
        position: "fixed",
        inset: "20px auto auto 20px",
        zIndex: 1200,
        maxBlockSize: "90vh",
        overflow: "scroll",
        inlineSize: 420,
        background: "white",
      }}
      {...handlers}
    >
      {children}
    </div>,
    document.body,
  );
}

interface HostDialogProps {
  children: ReactNode;
  onDismiss: (reason: string) => void;
}
