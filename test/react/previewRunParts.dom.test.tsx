import { ConfigForm, Preview } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { createStore } from "../../src/internal/createStore.js";
import { FormBridgeContext } from "../../src/react/provider/FormBridge.js";
import type { FormBridge } from "../../src/react/provider/FormBridge.js";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const config = createImageNodeConfig({ prompt: { template: "x" } });
const inNode = (part: ReactElement) => <Node>{part}</Node>;
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

type Status = "running" | "failed" | "reported" | "broken" | "succeeded" | "waiting";

/** A store in a given state, reached by a run that the fake client ends so. */
function storeIn(status: Status) {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config });
  const ended = new Promise<void>((resolve) => {
    setTimeout(() => {
      if (status === "broken") fake.run().fail(new ImageNodeError({ kind: "no_image", charged: true }));
      if (status === "reported")
        fake.run().fail(new ImageNodeError({ kind: "internal", charged: null, requestId: "req_1" }));
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
const inRun = (status: Status) => (part: ReactElement) => (
  <Node>
    <Preview.Root generation={storeIn(status)}>{part}</Preview.Root>
  </Node>
);

/** A run that lacked the value of an earlier node. */
function refused() {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  void store.start({ config });
  const errors = [
    { pointer: "#/config/prompt/template", code: "missing_variable", variable: "describe.output.text" },
  ];
  setTimeout(
    () => fake.run().fail(new ImageNodeError({ kind: "missing_variable", charged: false, errors })),
    0,
  );
  return store;
}

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
preview("MissingSources", "preview-missing-sources", (part) => (
  <Node variables={[{ slug: "describe", label: "Describe" }]} onRunSource={() => undefined}>
    <Preview.Root generation={refused()}>{part}</Preview.Root>
  </Node>
));
preview("Examples", "preview-examples", (part) => (
  <ConfigForm.Root>
    <Preview.Root>{part}</Preview.Root>
  </ConfigForm.Root>
));
preview("Progress", "preview-progress", inRun("running"));
preview("Steps", "preview-steps", inRun("running"));
preview("PartialImage", "preview-partial-image", inRun("running"), { asChild: false });
preview("Image", "preview-image", inPicture, { asChild: false });
preview("Error", "preview-error", inRun("failed"));
preview("ErrorTitle", "preview-error-title", inRun("failed"));
preview("ErrorText", "preview-error-text", inRun("failed"));
preview("ErrorReference", "preview-error-reference", inRun("reported"));
preview("Actions", "preview-actions", inPicture);
preview("Status", "preview-status", inPicture);
preview("Announcer", "preview-announcer", inPicture);
preview("Stages", "preview-stages", inPicture);
preview("Metadata", "preview-metadata", inPicture);
const soon = { ...generationOf().image, expiresAt: new Date(Date.now() + 7_200_000).toISOString() };
preview("Expiry", "preview-expiry", showing(generationOf({ image: soon })));
preview("Warnings", "preview-warnings", inPicture);
preview("Usage", "preview-usage", inPicture);
const button = { child: "button" };
preview("Download", "preview-download", inPicture, button);
preview("CopyImage", "preview-copy-image", inPicture, button);
preview("Open", "preview-open", inPicture, button);
preview("CopyReference", "preview-copy-reference", inPicture, button);
preview("Regenerate", "preview-regenerate", inRun("succeeded"), button);
preview("Retry", "preview-retry", inRun("broken"), button);
preview("Fix", "preview-fix", inRun("failed"), button);
preview("Cancel", "preview-cancel", inRun("running"), button);
preview("StopWaiting", "preview-stop-waiting", inRun("running"), button);
preview("Rejoin", "preview-rejoin", inRun("waiting"), button);

/** Two pictures that are made at once. */
function storeOfTwo() {
  const store = createGeneration(createFakeClient().client);
  void store.start({ config }, { count: 2 });
  return store;
}
preview("Variations", "preview-variations", (part) => (
  <Node>
    <Preview.Root generation={storeOfTwo()}>{part}</Preview.Root>
  </Node>
));

/** A form that runs what it is told to. */
const form = createStore<FormBridge>({
  focusField: () => undefined,
  values: { getConfig: () => config, subscribe: () => () => undefined, runLike: () => undefined } as never,
});
preview(
  "MoreLikeThis",
  "preview-more-like-this",
  (part) => (
    <Node>
      <FormBridgeContext.Provider value={form}>
        <Preview.Root generation={generationOf()} history={[{ generation: generationOf(), config }]}>
          {part}
        </Preview.Root>
      </FormBridgeContext.Provider>
    </Node>
  ),
  button,
);

const WRITTEN = {
  template: "{{a}}",
  resolved: null,
  guidance: null,
  written: "A lamp",
  sent: null,
  revised: null,
};
const inStage = (part: ReactElement) => (
  <Node>
    <ConfigForm.Root>
      <Preview.Root generation={generationOf({ stages: WRITTEN })}>
        <Preview.Stages renderStage={(stage) => (stage.name === "written" ? part : null)} />
      </Preview.Root>
    </ConfigForm.Root>
  </Node>
);
const STAGES = { root: "Preview.Stages" };
preview("Stage", "preview-stage", inStage, STAGES);
preview("StageCopy", "preview-stage-copy", inStage, { ...STAGES, ...button });
preview("StageUse", "preview-stage-use", inStage, { ...STAGES, ...button });
