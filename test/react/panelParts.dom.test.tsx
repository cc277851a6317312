import { Panel } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { clientOf, offer } from "./settingSamples.js";

const inPanel = (part: ReactElement) => (
  <Node>
    <Panel.Root defaultValue={cat()}>{part}</Panel.Root>
  </Node>
);
const inPromptAi = (part: ReactElement) => (
  <Node>
    <Panel.Root defaultValue={createImageNodeConfig({ prompt: { mode: "prompt_ai" } })}>{part}</Panel.Root>
  </Node>
);
const withSettings = (part: ReactElement) => (
  <Node fake={clientOf(offer())}>
    <Panel.Root defaultValue={cat()}>{part}</Panel.Root>
  </Node>
);
const inPrompt = (part: ReactElement) => inPanel(<Panel.Prompt>{part}</Panel.Prompt>);
const inImage = (part: ReactElement) => (
  <Node>
    <Panel.Preview
      generation={generationOf()}
      history={[{ generation: generationOf() }, { generation: generationOf({ id: "gen_0" }) }]}
    >
      {part}
    </Panel.Preview>
  </Node>
);

/** A run that ends without an image. */
function failing() {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config: cat() });
  setTimeout(() => fake.run().fail(new ImageNodeError({ kind: "no_image", charged: true })), 0);
  return store;
}
const inFailure = (part: ReactElement) => (
  <Node>
    <Panel.Preview generation={failing()}>{part}</Panel.Preview>
  </Node>
);

/** Two pictures that are made at once. */
function making() {
  const store = createGeneration(createFakeClient().client);
  void store.start({ config: cat() }, { count: 2 });
  return store;
}
/** A run whose model has been asked. */
function drawing() {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config: cat() });
  const data = { stage: "image", status: "started" } as const;
  setTimeout(() => fake.run().options.onEvent?.({ event: "stage", data }), 0);
  return store;
}

const inSeveral = (part: ReactElement) => (
  <Node>
    <Panel.Preview generation={making()}>{part}</Panel.Preview>
  </Node>
);

const inNode = (part: ReactElement) => <Node>{part}</Node>;
const FORM = "ConfigForm.Root";
const PREVIEW = "Preview.Root";

itConforms({ name: "Panel.Root", part: "panel", Part: Panel.Root, wrap: inNode, root: null });
itConforms({
  name: "Panel.Form",
  part: "panel-form",
  Part: Panel.Form,
  wrap: inPanel,
  root: FORM,
  child: "section",
});
itConforms({ name: "Panel.Header", part: "panel-head", Part: Panel.Header, wrap: inPanel, root: null });
itConforms({ name: "Panel.Fields", part: "panel-fields", Part: Panel.Fields, wrap: inPanel, root: FORM });
itConforms({ name: "Panel.Row", part: "panel-row", Part: Panel.Row, wrap: inPanel, root: null });
itConforms({ name: "Panel.Prompt", part: "mode-switch-root", Part: Panel.Prompt, wrap: inPanel, root: FORM });
itConforms({
  name: "Panel.Modes",
  part: "field-root",
  Part: Panel.Modes,
  wrap: inPrompt,
  root: "ModeSwitch.Root",
});
itConforms({
  name: "Panel.Editor",
  part: "mode-switch-content",
  Part: Panel.Editor,
  props: { mode: "manual" },
  wrap: inPrompt,
  root: "ModeSwitch.Root",
});
const selects = [
  { name: "Panel.ImageModel", Part: Panel.ImageModel },
  { name: "Panel.AspectRatio", Part: Panel.AspectRatio },
  { name: "Panel.Style", Part: Panel.Style },
];
for (const { name, Part } of selects)
  itConforms({ name, part: "field-root", Part, wrap: inPanel, root: null });
itConforms({
  name: "Panel.PromptModel",
  part: "field-root",
  Part: Panel.PromptModel,
  wrap: inPromptAi,
  root: FORM,
});
itConforms({
  name: "Panel.Settings",
  part: "panel-settings",
  Part: Panel.Settings,
  wrap: withSettings,
  root: FORM,
});
itConforms({ name: "Panel.Footer", part: "panel-foot", Part: Panel.Footer, wrap: inPanel, root: FORM });
itConforms({ name: "Panel.Cost", part: "panel-cost", Part: Panel.Cost, wrap: inPanel, root: FORM });
itConforms({ name: "Panel.Count", part: "config-form-count", Part: Panel.Count, wrap: inPanel, root: FORM });
itConforms({
  name: "Panel.Generate",
  part: "config-form-generate",
  Part: Panel.Generate,
  wrap: inPanel,
  root: FORM,
  child: "button",
});
itConforms({ name: "Panel.Preview", part: "preview-root", Part: Panel.Preview, wrap: inNode, root: null });
itConforms({
  name: "Panel.PreviewHeader",
  part: "panel-head",
  Part: Panel.PreviewHeader,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({ name: "Panel.Stage", part: "panel-stage", Part: Panel.Stage, wrap: inImage, root: PREVIEW });
itConforms({
  name: "Panel.Picture",
  part: "panel-picture",
  Part: Panel.Picture,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({
  name: "Panel.Actions",
  part: "preview-actions",
  Part: Panel.Actions,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({
  name: "Panel.MoreActions",
  part: "panel-more",
  Part: Panel.MoreActions,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({
  name: "Panel.StopWaiting",
  part: "preview-actions",
  Part: Panel.StopWaiting,
  wrap: (part) => (
    <Node>
      <Panel.Preview generation={drawing()}>{part}</Panel.Preview>
    </Node>
  ),
  root: PREVIEW,
});
itConforms({
  name: "Panel.WrittenPrompt",
  part: "panel-written-prompt",
  Part: Panel.WrittenPrompt,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({
  name: "Panel.Details",
  part: "panel-details",
  Part: Panel.Details,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({ name: "Panel.Frame", part: "preview-frame", Part: Panel.Frame, wrap: inImage, root: PREVIEW });
itConforms({ name: "Panel.Tools", part: "panel-tools", Part: Panel.Tools, wrap: inImage, root: PREVIEW });
itConforms({ name: "Panel.Facts", part: "panel-facts", Part: Panel.Facts, wrap: inImage, root: PREVIEW });
itConforms({
  name: "Panel.References",
  part: "panel-references",
  Part: Panel.References,
  wrap: inImage,
  root: PREVIEW,
});
itConforms({
  name: "Panel.Variations",
  part: "preview-variations",
  Part: Panel.Variations,
  wrap: inSeveral,
  root: PREVIEW,
});
itConforms({ name: "Panel.Error", part: "preview-error", Part: Panel.Error, wrap: inFailure, root: PREVIEW });
itConforms({
  name: "Panel.History",
  part: "panel-history",
  Part: Panel.History,
  wrap: inImage,
  root: PREVIEW,
});
