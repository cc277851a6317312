"use client";
import { Space } from "../internal/Space.js";
import { memo, useSyncExternalStore } from "react";
import {
  AspectRatioSelect,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
} from "../catalog-select/index.js";
import { ConfigForm, useConfigFormValue } from "../config-form/index.js";
import { Field } from "../field/index.js";
import { noSubscription } from "../internal/noSubscription.js";
import { useMessages } from "../messages/index.js";
import { ModeSwitch } from "../mode-switch/index.js";
import { useScope } from "../provider/index.js";
import { PanelPrompt } from "./PanelPrompt.js";
import { PanelSettings } from "./PanelSettings.js";
import { PanelSelect } from "./PanelSelect.js";
import { ImageIcon } from "./icons.js";

/** Form half of the panel. Takes no props, so that an echoing host renders nothing of it while the user types. */
export const PanelForm = memo(function PanelForm() {
  const t = useMessages();
  const scope = useScope();
  return (
    <section data-imagenode-part="panel-form" aria-label={t("panel.configuration")}>
      <div data-imagenode-part="panel-head">
        <span data-imagenode-part="panel-icon">
          <ImageIcon />
        </span>
        <div data-imagenode-part="panel-name">
          <strong data-imagenode-part="panel-title">{scope?.nodeName ?? t("panel.title")}</strong>
          <Space />
          {scope && (
            <code data-imagenode-part="panel-slug" translate="no">
              {scope.nodeSlug}
            </code>
          )}
        </div>
      </div>
      <div data-imagenode-part="panel-fields">
        <PanelModes />
        <PanelSelect root={ImageModelSelect.Root} name="imageModel" />
        <PanelSettings />
        <PanelPromptModel />
        <div data-imagenode-part="panel-row">
          <PanelSelect root={AspectRatioSelect.Root} name="aspectRatio" />
          <PanelSelect root={StyleSelect.Root} name="style" />
        </div>
        <ConfigForm.Error />
      </div>
      <div data-imagenode-part="panel-foot">
        <div data-imagenode-part="panel-cost">
          <ConfigForm.CostEstimate />
          <ConfigForm.RunNote />
        </div>
        <ConfigForm.Generate>
          <span data-imagenode-part="words">{t("configForm.generate")}</span>
          <Space />
          <PanelShortcut />
        </ConfigForm.Generate>
      </div>
    </section>
  );
});

function PanelModes() {
  return (
    <ModeSwitch.Root>
      <Field.Root name="prompt.mode">
        <ModeSwitch.List>
          <ModeSwitch.Trigger value="manual" />
          <Space />
          <ModeSwitch.Trigger value="prompt_ai" />
          <Space />
          <ModeSwitch.Trigger value="auto" />
        </ModeSwitch.List>
        <ModeSwitch.Description />
        <Field.Error />
      </Field.Root>
      <ModeSwitch.Content value="manual">
        <PanelPrompt mode="manual" />
      </ModeSwitch.Content>
      <ModeSwitch.Content value="prompt_ai">
        <PanelPrompt mode="prompt_ai" />
      </ModeSwitch.Content>
      <ModeSwitch.Content value="auto" />
      <ConfigForm.Hints />
      <ConfigForm.SentData />
    </ModeSwitch.Root>
  );
}

function PanelPromptModel() {
  const mode = useConfigFormValue("prompt.mode");
  return mode === "manual" ? null : <PanelSelect root={PromptModelSelect.Root} name="promptModel" />;
}

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
