"use client";
import type { ImageNodeConfig } from "../../../contract/index.js";
import { chosenConfigs } from "../../../internal/chosenConfigs.js";
import { createActionButton } from "../../internal/createActionButton.js";
import { pinWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { usePreviewContext } from "../PreviewContext.js";

/** Button that pins the shown image, or unpins it. Renders the `<button>` of `Preview.Pin`. */
export const PinButton = createActionButton("Preview.Pin", () => {
  const { generation, shown, scope, announce } = usePreviewContext("Preview.Pin");
  const t = useMessagesWith(resultWords, pinWords);
  const onPinnedChange = scope?.onPinnedChange;
  const isPinned = generation !== undefined && generation.id === scope?.pinned?.generation.id;
  const pin = () => {
    if (!generation) return;
    // What answered a test run may be pinned anew.
    const { pinned: _, ...image } = generation;
    const config = shown?.config;
    onPinnedChange?.({
      generation: image,
      ...(config && { config: (chosenConfigs.get(config) as ImageNodeConfig | undefined) ?? config }),
      pinnedAt: new Date().toISOString(),
    });
  };
  const toggle = () => {
    announce(t(isPinned ? "pin.undone" : "pin.done"));
    if (isPinned) onPinnedChange?.(null);
    else pin();
  };
  return {
    action: toggle,
    label: t("pin.label"),
    hidden: !generation || !onPinnedChange,
    attributes: { "aria-pressed": isPinned },
  };
});
