"use client";
import type { ImageNodeConfig } from "../../contract/index.js";
import { chosenConfigs } from "../../internal/chosenConfigs.js";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Pins the shown image, so that test runs use it and pay nothing, or unpins it: the scope's `onPinnedChange` is called, and
 * the host saves. Renders a `<button>` element, pressed while the pinned image is shown, or nothing without an image or
 * without `onPinnedChange`.
 */
export const PreviewPin = createActionButton("Preview.Pin", () => {
  const { generation, shown, scope, announce } = usePreviewContext("Preview.Pin");
  const t = useMessages();
  const isPinned = generation !== undefined && generation.id === scope?.pinned?.generation.id;
  const toggle = () => {
    if (!generation) return;
    announce(t(isPinned ? "pin.undone" : "pin.done"));
    if (isPinned) return scope?.onPinnedChange?.(null);
    // What answered a test run may be pinned anew.
    const { pinned: _, ...image } = generation;
    const config = shown?.config;
    scope?.onPinnedChange?.({
      generation: image,
      ...(config && { config: (chosenConfigs.get(config) as ImageNodeConfig | undefined) ?? config }),
      pinnedAt: new Date().toISOString(),
    });
  };
  return {
    action: toggle,
    label: t("pin.label"),
    hidden: !generation || !scope?.onPinnedChange,
    attributes: { "aria-pressed": isPinned },
  };
});
