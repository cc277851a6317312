import { ConfigForm, Field, ModeSwitch, ImageNodePanel } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { catalog } from "./samples.js";

const inNode = (part: ReactElement) => <Node>{part}</Node>;
const inForm = (part: ReactElement) => (
  <Node>
    <ConfigForm.Root>{part}</ConfigForm.Root>
  </Node>
);
const inField = (part: ReactElement) => (
  <Field.Root name="style" error="wrong">
    {part}
  </Field.Root>
);
const inModes = (part: ReactElement) => <ModeSwitch.Root>{part}</ModeSwitch.Root>;
const inTabs = (part: ReactElement) => (
  <ModeSwitch.Root>
    <ModeSwitch.List>{part}</ModeSwitch.List>
  </ModeSwitch.Root>
);

itConforms({
  name: "ImageNodePanel",
  part: "panel",
  Part: ImageNodePanel,
  wrap: inNode,
  root: null,
  asChild: false,
});

itConforms({
  name: "Field.Root",
  part: "field-root",
  Part: Field.Root,
  props: { name: "style" },
  wrap: (p) => p,
  root: null,
});
itConforms({
  name: "Field.Label",
  part: "field-label",
  Part: Field.Label,
  wrap: inField,
  root: "Field.Root",
  child: "label",
});
itConforms({
  name: "Field.Description",
  part: "field-description",
  Part: Field.Description,
  wrap: inField,
  root: "Field.Root",
});
itConforms({
  name: "Field.Error",
  part: "field-error",
  Part: Field.Error,
  wrap: inField,
  root: "Field.Root",
});

const FORM = "ConfigForm.Root";
itConforms({ name: FORM, part: "config-form-root", Part: ConfigForm.Root, wrap: inNode, root: null });
itConforms({
  name: "ConfigForm.Generate",
  part: "config-form-generate",
  Part: ConfigForm.Generate,
  wrap: inForm,
  root: FORM,
  child: "button",
});
itConforms({
  name: "ConfigForm.Reset",
  part: "config-form-reset",
  Part: ConfigForm.Reset,
  wrap: inForm,
  root: FORM,
  child: "button",
});
itConforms({
  name: "ConfigForm.Count",
  part: "config-form-count",
  Part: ConfigForm.Count,
  wrap: inForm,
  root: FORM,
});
itConforms({
  name: "ConfigForm.CostEstimate",
  part: "config-form-cost-estimate",
  Part: ConfigForm.CostEstimate,
  wrap: inForm,
  root: FORM,
});
itConforms({
  name: "ConfigForm.Credits",
  part: "config-form-credits",
  Part: ConfigForm.Credits,
  wrap: (part) => (
    <Node
      fake={createFakeClient({
        catalog: () => Promise.resolve({ ...catalog, credits: { left: 12, unit: "credits" } }),
      })}
    >
      <ConfigForm.Root>{part}</ConfigForm.Root>
    </Node>
  ),
  root: FORM,
});
itConforms({
  name: "ConfigForm.RunNote",
  part: "config-form-run-note",
  Part: ConfigForm.RunNote,
  wrap: inForm,
  root: FORM,
});

itConforms({
  name: "ConfigForm.Error",
  part: "config-form-error",
  Part: ConfigForm.Error,
  wrap: (part) => (
    <Node fake={createFakeClient({ catalog: () => Promise.reject(new ImageNodeError({ kind: "network" })) })}>
      <ConfigForm.Root>{part}</ConfigForm.Root>
    </Node>
  ),
  root: FORM,
});
itConforms({
  name: "ConfigForm.Hints",
  part: "config-form-hints",
  Part: ConfigForm.Hints,
  wrap: (part) => (
    <Node>
      <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { template: "A cat" } })}>
        {part}
      </ConfigForm.Root>
    </Node>
  ),
  root: FORM,
});
itConforms({
  name: "ConfigForm.SentData",
  part: "config-form-sent-data",
  Part: ConfigForm.SentData,
  wrap: (part) => (
    <Node>
      <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { mode: "auto" } })}>
        {part}
      </ConfigForm.Root>
    </Node>
  ),
  root: FORM,
});

itConforms({
  name: "ModeSwitch.Root",
  part: "mode-switch-root",
  Part: ModeSwitch.Root,
  wrap: (p) => p,
  root: null,
});
itConforms({
  name: "ModeSwitch.List",
  part: "mode-switch-list",
  Part: ModeSwitch.List,
  wrap: inModes,
  root: "ModeSwitch.Root",
});
itConforms({
  name: "ModeSwitch.Trigger",
  part: "mode-switch-trigger",
  Part: ModeSwitch.Trigger,
  props: { value: "auto" },
  wrap: inTabs,
  root: "ModeSwitch.Root",
  child: "button",
});
itConforms({
  name: "ModeSwitch.Content",
  part: "mode-switch-content",
  Part: ModeSwitch.Content,
  props: { value: "manual" },
  wrap: inModes,
  root: "ModeSwitch.Root",
});
itConforms({
  name: "ModeSwitch.Description",
  part: "mode-switch-description",
  Part: ModeSwitch.Description,
  wrap: inModes,
  root: "ModeSwitch.Root",
});

const inHint = (part: ReactElement) => (
  <Node>
    <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { template: "An anime cat" } })}>
      <ConfigForm.Hints renderHint={(hint) => (hint.code === "style_in_prompt" ? part : null)} />
    </ConfigForm.Root>
  </Node>
);
const HINTS = { wrap: inHint, root: "ConfigForm.Hints" };
itConforms({ name: "ConfigForm.Hint", part: "config-form-hint", Part: ConfigForm.Hint, ...HINTS });
itConforms({
  name: "ConfigForm.HintApply",
  part: "config-form-hint-apply",
  Part: ConfigForm.HintApply,
  child: "button",
  ...HINTS,
});
itConforms({
  name: "ConfigForm.HintDismiss",
  part: "config-form-hint-dismiss",
  Part: ConfigForm.HintDismiss,
  child: "button",
  ...HINTS,
});
