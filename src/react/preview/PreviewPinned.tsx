"use client";
import { forwardRef } from "react";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { usePreviewContext } from "./PreviewContext.js";

const useNotice = createLazy(() => import("./pin/PinnedNotice.js"));

/**
 * Tells that test runs use the pinned image and pay nothing, and when it was made with other settings than those of the
 * form around, else of the root's `config`. Offers to show it, to unpin it, and to make another where it was deleted.
 * Renders a `<div>` element while the scope has a pinned image.
 */
export const PreviewPinned = forwardRef<HTMLElement, ElementPartProps>(function PreviewPinned(props, ref) {
  const { scope } = usePreviewContext("Preview.Pinned");
  const loaded = useNotice(scope?.pinned !== undefined);
  return loaded ? <loaded.PinnedNotice {...props} ref={ref} /> : null;
});

/** Attributes of the notice. */
export interface PreviewPinnedState {
  /** @selector [data-state] "other": another image is shown; "deleted": the link of the pinned one says that it is gone. */
  state: "current" | "other" | "deleted";
  /** @selector [data-settings] Whether the pinned image was made with the settings as they are; absent where not known. */
  settings?: "same" | "other" | undefined;
}
