"use client";
import { useLayoutEffect, useRef } from "react";
import { Space } from "../internal/Space.js";
import type { ForwardedRef, HTMLAttributes, ReactNode } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { POPUP_EVENTS, endCanvasEvents } from "../internal/endCanvasEvents.js";
import { endInReact } from "../internal/endInReact.js";
import { holdEscape } from "../internal/holdEscape.js";
import { resultWords, useMessagesWith } from "../messages/index.js";

/**
 * Modal `<dialog>` that begins with its title and the button that closes it: the browser holds the focus inside, puts
 * it back, and closes on Escape. Mounted while it is open.
 */
export function DialogFrame({ head, onClose, dialogRef, children, ...rest }: DialogFrameProps) {
  const t = useMessagesWith(resultWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    element.showModal();
    // A host's own dialog around this one must not close with it.
    const release = holdEscape(element.ownerDocument.defaultView ?? window, { elements: () => [element] });
    return () => {
      release();
      element.close();
    };
  }, []);
  // By its event, once the press has ended: a host that finds the pressed element gone takes it for one outside.
  const close = () => dialog.current?.close();
  return (
    <dialog
      {...rest}
      {...endCanvasEvents(rest, POPUP_EVENTS)}
      ref={composeRefs(dialog, dialogRef)}
      onCancel={endInReact}
      onClose={(event) => {
        endInReact(event);
        // Strict mode shows it twice; the first one's `close` event comes when it is open again.
        if (!event.currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        rest.onPointerDown?.(event);
        endInReact(event);
        if (event.target === event.currentTarget) close();
      }}
    >
      <div data-imagenode-part="preview-dialog-head">
        {head}
        <Space />
        <button type="button" data-imagenode-part="preview-dialog-close" onClick={close}>
          {t("dialog.close")}
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** Props of {@link DialogFrame}. */
export interface DialogFrameProps extends HTMLAttributes<HTMLDialogElement> {
  /** Its title and tools, beside the button that closes it. */
  head: ReactNode;
  onClose: () => void;
  dialogRef: ForwardedRef<HTMLDialogElement>;
  children: ReactNode;
  [data: `data-${string}`]: string | undefined;
}
