import { ImageNodePanel, Panel, Preview } from "image-generation-node";
import type { BatchItem, MessageOverrides } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog, PinnedImage, PromptPreview } from "image-generation-node/contract";
import type { ReactNode } from "react";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { createFakeClient } from "./fakeClient.js";
import { pictureOf } from "./pictureOf.js";
import { offerPictures, photo } from "./referenceSamples.js";
import { Node } from "./renderNode.js";
import type { NodeOptions } from "./renderNode.js";
import { generationOf, variables } from "./samples.js";
import { EVERY_KIND } from "./settingSamples.js";

const NEAR = Date.now() + 3 * 3_600_000;
const startedAt = Date.now() - 12_000;
const endedAt = startedAt + 9_000;
const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

/** A catalog that has everything: settings, reference images, credits, models that are about to go, shapes that don't fit. */
function everything(): Catalog {
  const { imageModels, ...catalog } = offerPictures(4, 1);
  const [first, second] = imageModels;
  if (!first || !second) throw new Error("The sample catalog has two image models.");
  const price = { currency: "credits", min: 2, max: 4 };
  const properties = { ...EVERY_KIND, quality: { ...EVERY_KIND.quality, advanced: true } };
  return {
    ...catalog,
    imageModels: [
      { ...first, kind: "ai", price, settings: { properties, order: Object.keys(properties) } },
      { ...second, deprecated: true },
    ],
    credits: { left: 3, unit: "credits", resetsAt: new Date(NEAR + 86_400_000).toISOString() },
  };
}

function createClient() {
  const fake = createFakeClient({ catalog: () => Promise.resolve(everything()) });
  fake.client.previewPrompt = () =>
    Promise.resolve({
      stages: { ...generationOf().stages, written: "A lamp" },
      usage: { items: [{ kind: "prompt", model: "acme/writer", amount: "0.002", currency: "USD" }] },
    } as unknown as PromptPreview);
  return fake;
}

interface StateProps extends Omit<NodeOptions, "messages"> {
  messages: MessageOverrides | undefined;
  children: ReactNode;
}

/** One node of a page that has several. */
function State({ messages, children, ...scope }: StateProps) {
  return (
    <Node fake={createClient()} {...(messages && { messages })} {...scope}>
      {children}
    </Node>
  );
}

/** Form in the states that say most. */
export function FormStates({ messages }: { messages: MessageOverrides | undefined }) {
  const words = messages?.words ?? {};
  const style = String(words["hintWords.watercolor"] ?? "watercolor").split(",")[0];
  const references = [
    { attachmentId: "att_1", label: "mug.png" },
    { value: "{{camera.output.photo}}" },
    { attachmentId: "att_2" },
  ];
  const settings = { steps: 30, quality: "high", gone: "yes", look: "odd" };
  const ai = { mode: "prompt_ai", instructions: "For a blog" } as const;
  const sources = [...variables, photo, { ...photo, slug: "secret", label: "Secret", sensitive: true }];
  return (
    <>
      <State messages={messages} nodeId="n1" variables={sources}>
        <ImageNodePanel
          defaultValue={createImageNodeConfig({
            prompt: ai,
            references,
            settings,
          })}
        />
      </State>
      <State messages={messages} nodeId="n2">
        <Panel.Root
          defaultValue={createImageNodeConfig({
            prompt: {
              template: `${style} 1024x1024 {{nobody.output}} {{agent.output.structured.subjct}} {{`,
            },
            imageModel: "acme/painter",
            aspectRatio: "portrait",
            style: "gone",
          })}
        >
          <Panel.Form />
        </Panel.Root>
      </State>
      <State messages={messages} nodeId="n3" variables={[]}>
        <Panel.Root defaultValue={createImageNodeConfig({ prompt: { mode: "auto" } })} readOnly>
          <Panel.Form />
        </Panel.Root>
      </State>
      <State messages={messages} nodeId="n4" variables={sources}>
        <Panel.Root defaultValue={createImageNodeConfig({ prompt: { mode: "auto" } })}>
          <Panel.Form />
        </Panel.Root>
      </State>
    </>
  );
}

const failed = (options: ConstructorParameters<typeof ImageNodeError>[0]): GenerationState => ({
  status: "failed",
  startedAt,
  endedAt,
  request: { config },
  error: new ImageNodeError(options),
});

function runStates(): readonly GenerationState[] {
  const generation = pictureOf("gen_1");
  const warned = {
    ...generation,
    image: {
      ...generation.image,
      sha256: "3fa9c1d07be24c8f".repeat(4),
      expiresAt: new Date(NEAR).toISOString(),
    },
    output: { ...generation.output, aspectRatio: "square" as const },
    warnings: [
      { code: "cropped", params: { from: "1536 × 1024" } },
      { code: "references_ignored", params: { count: 3 } },
      { code: "object_in_text", params: { path: "agent.output.structured" } },
    ],
    stages: { ...generation.stages, written: "A lamp", guidance: "Short", revised: "A brass lamp" },
    usage: {
      items: [
        { kind: "image", model: "acme/painter", amount: "0.04", currency: "USD" },
        { kind: "prompt", model: "acme/writer", amount: "0.002", currency: "USD" },
      ],
    },
  };
  const earlier = ["gen_2", "gen_3"].map((id, index) => ({
    generation: pictureOf(id),
    config,
    startedAt: startedAt - 1000 * (index + 1),
    endedAt: startedAt,
  }));
  const done = { status: "succeeded", startedAt, endedAt, request: { config } } as const;
  return [
    { status: "idle" },
    { status: "running", startedAt, stage: "image", id: "run_1", previous: generation, request: { config } },
    { ...done, generation: warned as unknown as typeof generation, earlier },
    failed({
      kind: "missing_variable",
      charged: false,
      errors: [{ pointer: "#/config/prompt/template", code: "missing_variable", variable: "agent.output.a" }],
    }),
    failed({ kind: "credits_exhausted", charged: false }),
    failed({ kind: "timeout", reason: "no_longer_available", charged: null, id: "run_1" }),
    { status: "waiting", startedAt, id: "run_1", request: { config } },
    {
      ...done,
      status: "running",
      chosen: 0,
      variations: [
        { ...done, generation },
        { status: "running", startedAt, stage: "image" },
        failed({ kind: "content_blocked", charged: false }),
        { status: "waiting", startedAt },
        { status: "cancelled", startedAt },
        failed({ kind: "no_image", charged: null }),
      ],
    },
  ];
}

/** Preview in every state of a run, and a series. */
export function RunStates({ messages }: { messages: MessageOverrides | undefined }) {
  const other: PinnedImage = { generation: pictureOf("gen_9"), config };
  const error = new ImageNodeError({ kind: "credits_exhausted", charged: false });
  const request = { config };
  const items: BatchItem[] = [
    { index: 0, request, status: "failed", error },
    { index: 1, request, status: "running" },
    { index: 2, request, status: "waiting" },
    { index: 3, request, status: "undone", error },
  ] as BatchItem[];
  const nothing = () => Promise.resolve();
  const state = { ...NO_BATCH, status: "running" as const, items, succeeded: 100, failed: 1, undone: 2 };
  return (
    <>
      {runStates().map((run, index) => (
        <State
          key={index}
          messages={messages}
          nodeId={`r${index}`}
          generation={fixedStore(run)}
          onPinnedChange={nothing}
          onRunSource={nothing}
          {...(run.status === "succeeded" && { pinned: other })}
        >
          <Panel.Root
            defaultValue={createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: "A" } })}
          >
            <Panel.Preview />
          </Panel.Root>
        </State>
      ))}
      {(["running", "done"] as const).map((status) => (
        <State key={status} messages={messages} nodeId={`g-${status}`}>
          <div data-imagenode-part="panel">
            <Preview.Gallery
              batch={{
                start: nothing,
                retry: nothing,
                stop: () => undefined,
                cancel: nothing,
                state: { ...state, status },
              }}
            />
          </div>
        </State>
      ))}
    </>
  );
}
