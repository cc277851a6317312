"use client";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { createPinPart } from "./pin/createPinPart.js";

/**
 * Tells that test runs use the pinned image and pay nothing, and when it was made with other settings than those of the
 * form around, else of the root's `config`. Offers to show it, to unpin it, and to make another where it was deleted.
 * Renders a `<div>` element while the scope has a pinned image.
 */
export const PreviewPinned = createPinPart<HTMLElement, ElementPartProps>("Preview.Pinned", "PinnedNotice");

/** Attributes of the notice. */
export interface PreviewPinnedState {
  /** @selector [data-state] "other": another image is shown; "deleted": the link of the pinned one says that it is gone. */
  state: "current" | "other" | "deleted";
  /** @selector [data-settings] Whether the pinned image was made with the settings as they are; absent where not known. */
  settings?: "same" | "other" | undefined;
}
