"use client";
import type { ActionButtonProps } from "../internal/createActionButton.js";
import { createPinPart } from "./pin/createPinPart.js";

/**
 * Pins the shown image, so that test runs use it and pay nothing, or unpins it: the scope's `onPinnedChange` is called, and
 * the host saves. Renders a `<button>` element, pressed while the pinned image is shown, or nothing without an image or
 * without `onPinnedChange`.
 */
export const PreviewPin = createPinPart<HTMLButtonElement, ActionButtonProps>("Preview.Pin", "PinButton");
