"use client";
import { Space } from "../internal/Space.js";
import { useCallback, useLayoutEffect, useRef } from "react";
import type { ForwardedRef, HTMLAttributes, ReactNode } from "react";
import { composeRefs } from "../internal/composeRefs.js";
import { useMessages } from "../messages/index.js";

/**
 * Modal `<dialog>` that begins with its title and the button that closes it: the browser holds the focus inside, puts
 * it back, and closes on Escape. Mounted while it is open.
 */
export function DialogFrame({ head, onClose, dialogRef, children, ...rest }: DialogFrameProps) {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    element.showModal();
    // A host's own dialog around this one must not close with it: most listen on the document.
    const shield = (event: KeyboardEvent) => {
      if (event.key === "Escape") event.stopPropagation();
    };
    window.addEventListener("keydown", shield, true);
    return () => {
      window.removeEventListener("keydown", shield, true);
      element.close();
    };
  }, []);
  // Strict mode shows it twice; the first one's `close` event comes when it is open again.
  const handleClose = useCallback(() => {
    if (!dialog.current?.open) onClose();
  }, [onClose]);
  return (
    <dialog
      {...rest}
      ref={composeRefs(dialog, dialogRef)}
      onClose={handleClose}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div data-imagenode-part="preview-dialog-head">
        {head}
        <Space />
        <button type="button" data-imagenode-part="preview-dialog-close" onClick={onClose}>
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
