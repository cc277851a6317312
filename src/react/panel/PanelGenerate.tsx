"use client";
import { useSyncExternalStore } from "react";
import { ConfigForm, useGenerateWords } from "../config-form/index.js";
import type { ConfigFormGenerateProps } from "../config-form/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { Space } from "../internal/Space.js";
import { createPanelPart } from "./createPanelPart.js";

/** Button that runs the node, with its keys. Renders the `<button>` of `ConfigForm.Generate`. */
export const PanelGenerate = createPanelPart<ConfigFormGenerateProps>(
  "Panel.Generate",
  ConfigForm.Generate,
  () => ({
    children: (
      <>
        <span data-imagenode-part="words">{useGenerateWords("Panel.Generate")}</span>
        <Space />
        <PanelShortcut />
      </>
    ),
  }),
);

function PanelShortcut() {
  const apple = useSyncExternalStore(noSubscription, isApple, notApple);
  return (
    <kbd data-imagenode-part="panel-shortcut" aria-hidden="true" dir="ltr" translate="no">
      {apple ? "⌘↵" : "Ctrl ↵"}
    </kbd>
  );
}

function isApple() {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

function notApple() {
  return false;
}
