import {
  ConfigForm,
  Field,
  ImageModelSelect,
  ModeSwitch,
  Preview,
  StyleSelect,
  ImageNodePanel,
} from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

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
const inSelect = (part: ReactElement) => <StyleSelect.Root>{part}</StyleSelect.Root>;
const showing = (generation: Generation) => (part: ReactElement) => (
  <Node>
    <Preview.Root generation={generation}>{part}</Preview.Root>
  </Node>
);
const inPicture = showing(
  generationOf({
    warnings: [{ code: "cropped", params: { from: "3:2" } }],
    image: { ...generationOf().image },
  }),
);

/** A store in a given state, reached by a run that the fake client ends so. */
function storeIn(status: "running" | "failed" | "succeeded" | "waiting") {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({
    config: {
      version: 1,
      prompt: { mode: "manual", template: "x", instructions: "" },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "auto",
    },
  });
  const ended = new Promise<void>((resolve) => {
    setTimeout(() => {
      if (status === "failed")
        fake.run().fail(new ImageNodeError({ kind: "content_blocked", charged: false }));
      if (status === "succeeded") fake.run().succeed();
      if (status === "waiting") store.stopWaiting();
      if (status === "running")
        fake.run().options.onEvent?.({
          event: "partial_image",
          data: { index: 0, b64: "AAAA", mimeType: "image/png" },
        });
      resolve();
    }, 0);
  });
  void ended;
  return store;
}
const inRun = (status: "running" | "failed" | "succeeded" | "waiting") => (part: ReactElement) => (
  <Node>
    <Preview.Root generation={storeIn(status)}>{part}</Preview.Root>
  </Node>
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
  name: "ConfigForm.CostEstimate",
  part: "config-form-cost-estimate",
  Part: ConfigForm.CostEstimate,
  wrap: inForm,
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

const SELECT = "ImageModelSelect.Root";
itConforms({
  name: "StyleSelect.Label",
  part: "catalog-select-label",
  Part: StyleSelect.Label,
  wrap: inSelect,
  root: SELECT,
  child: "label",
});
itConforms({
  name: "StyleSelect.Trigger",
  part: "catalog-select-trigger",
  Part: StyleSelect.Trigger,
  wrap: inSelect,
  root: SELECT,
  child: "button",
});
itConforms({
  name: "StyleSelect.Value",
  part: "catalog-select-value",
  Part: StyleSelect.Value,
  wrap: inSelect,
  root: SELECT,
});
itConforms({
  name: "StyleSelect.Mark",
  part: "catalog-select-mark",
  Part: StyleSelect.Mark,
  wrap: inSelect,
  root: SELECT,
});
itConforms({
  name: "ImageModelSelect.Empty",
  part: "catalog-select-empty",
  Part: ImageModelSelect.Empty,
  wrap: (part) => <ImageModelSelect.Root options={[]}>{part}</ImageModelSelect.Root>,
  root: SELECT,
});

itConforms({
  name: "StyleSelect.Notice",
  part: "catalog-select-notice",
  Part: StyleSelect.Notice,
  wrap: (part) => (
    <StyleSelect.Root value="gone" options={[{ id: "auto" }]}>
      {part}
    </StyleSelect.Root>
  ),
  root: SELECT,
});

const PREVIEW = "Preview.Root";
const preview = (
  name: keyof typeof Preview,
  part: string,
  wrap: (part: ReactElement) => ReactElement,
  more: object = {},
) => itConforms({ name: `Preview.${name}`, part, Part: Preview[name], wrap, root: PREVIEW, ...more });
itConforms({ name: PREVIEW, part: "preview-root", Part: Preview.Root, wrap: inNode, root: null });
preview("Frame", "preview-frame", inPicture);
preview("Empty", "preview-empty", (part) => <Preview.Root>{part}</Preview.Root>);
preview("Progress", "preview-progress", inRun("running"));
preview("Steps", "preview-steps", inRun("running"));
preview("PartialImage", "preview-partial-image", inRun("running"), { asChild: false });
preview("Image", "preview-image", inPicture, { asChild: false });
preview("Error", "preview-error", inRun("failed"));
preview("Actions", "preview-actions", inPicture);
preview("Status", "preview-status", inPicture);
preview("Announcer", "preview-announcer", inPicture);
preview("Stages", "preview-stages", inPicture);
preview("Metadata", "preview-metadata", inPicture);
preview("Expiry", "preview-expiry", inPicture);
preview("Warnings", "preview-warnings", inPicture);
preview("Usage", "preview-usage", inPicture);
const button = { child: "button" };
preview("Download", "preview-download", inPicture, button);
preview("CopyImage", "preview-copy-image", inPicture, button);
preview("Open", "preview-open", inPicture, button);
preview("CopyReference", "preview-copy-reference", inPicture, button);
preview("Regenerate", "preview-regenerate", inRun("succeeded"), button);
preview("Retry", "preview-retry", inRun("failed"), button);
preview("Fix", "preview-fix", inRun("failed"), button);
preview("Cancel", "preview-cancel", inRun("running"), button);
preview("StopWaiting", "preview-stop-waiting", inRun("running"), button);
preview("Rejoin", "preview-rejoin", inRun("waiting"), button);
