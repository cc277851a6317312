import { Preview } from "image-generation-node";
import type { BatchItem } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { expect } from "vitest";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { byAi, cat, manual, offering, press, run, shows } from "./focusScenes.js";
import type { Fake, Scene } from "./focusScenes.js";
import { pictureOf } from "./pictureOf.js";
import { createPictureClient, offerPictures, photo, pngOf } from "./referenceSamples.js";
import { each as priceOf, offerOf } from "./renderAccount.js";
import { variables } from "./samples.js";
import { EVERY_KIND, offer } from "./settingSamples.js";

const part = (name: string) => document.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`);
const there = (name: string) => expect.poll(() => part(name)).not.toBeNull();
const references = '[data-imagenode-part="references-root"]';
const withReferences = (...ids: string[]) =>
  ({ ...cat, references: ids.map((attachmentId) => ({ attachmentId })) }) as ImageNodeConfig;

/** Drops a file on the references of a panel whose uploads stay open. */
async function drop(name: string) {
  await there("references-root");
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(pngOf(name));
  part("references-root")?.dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }),
  );
}

/** Settings and pictures of one model, and a picture that was made with them. */
function offerBoth() {
  const pictures = offerPictures();
  const settings = offer({ seed: EVERY_KIND.seed });
  return {
    ...pictures,
    imageModels: pictures.imageModels.map((model, index) => ({ ...settings.imageModels[index], ...model })),
  };
}

/** Scenes beside the panel's own: windows, lists, uploads, and what a host adds. */
export const MORE_SCENES: Record<string, Scene> = {
  "a picture that is being uploaded": {
    config: withReferences("att_1"),
    fake: () => createPictureClient(),
    only: references,
    async go() {
      await drop("mug.png");
      await there("references-cancel");
    },
  },
  "a picture that could not be uploaded": {
    fake: () => createPictureClient(),
    only: references,
    async go(fake) {
      await drop("mug.png");
      await there("references-cancel");
      (fake as ReturnType<typeof createPictureClient>).uploads[0]?.fail();
      await there("references-retry");
    },
  },
  "variables to take a picture from": {
    fake: () => createPictureClient(),
    scope: { variables: [...variables, photo] },
    only: references,
    async go() {
      await there("references-root");
      press("Variable");
      await there("references-variable-choice");
    },
  },
  "earlier pictures to take": {
    fake: () => createPictureClient(),
    only: references,
    async go(fake) {
      await run(fake, "gen_1");
      await shows("Earlier picture");
      press("Earlier picture");
      await there("references-earlier-choice");
    },
  },
  "a picture with a seed, beside a model that takes pictures": {
    fake: () => offering(offerBoth()),
    only: '[data-imagenode-part="panel-stage"]',
    async go(fake) {
      await run(fake);
      fake.run().succeed({ ...pictureOf("gen_1"), settings: { seed: 7 } } as ReturnType<typeof pictureOf>);
      await shows("Regenerate");
      press("More actions");
      await shows("Use as reference");
      press("Details");
      await shows("Use this seed again");
    },
  },
  "settings of another model": {
    config: { ...cat, settings: { dropped: 1, gone: 2, seed: 3 } } as ImageNodeConfig,
    fake: () => offering(offer()),
    only: '[data-imagenode-part="panel-settings"]',
    async go() {
      const fold = part("panel-settings") as HTMLDetailsElement | null;
      if (fold) fold.open = true;
      await shows("Remove dropped");
    },
  },
  "two hints": {
    config: manual("A cat, oil painting, 1024x1024, 4k"),
    only: '[data-imagenode-part="config-form-hints"]',
    go: () => there("config-form-hint"),
  },
  "a node before that has not run": {
    config: manual("A {{trigger.output.style}} cat"),
    scope: { getRunInput: () => ({ variables: { trigger: {} } }) },
    only: '[data-imagenode-part="preview-error"]',
    async go(fake) {
      await run(fake);
      const errors = [
        { pointer: "#/config/prompt/template", code: "missing_variable", variable: "trigger.output.style" },
      ];
      fake.run().fail(new ImageNodeError({ kind: "missing_variable", charged: false, errors } as never));
      await shows("Use its sample");
    },
  },
  "credits that have run out": {
    fake: () => offering(offerOf({ credits: { left: 0, unit: "credits" }, price: priceOf(4) })),
    only: '[data-imagenode-part="panel-foot"]',
    go: () => there("config-form-credits"),
  },
  "a link that has ended": {
    only: '[data-imagenode-part="panel-stage"]',
    async go(fake) {
      await run(fake, "gen_1");
      fake.client.refreshUrl = () => Promise.reject(new ImageNodeError({ kind: "attachment_deleted" }));
      part("preview-image")?.dispatchEvent(new Event("error"));
      await there("preview-link-notice");
    },
  },
  "a prompt that was taken over": {
    config: byAi,
    async go() {
      await shows("Preview prompt");
      press("Preview prompt");
      await shows("Use this prompt");
      press("Use this prompt");
      await shows("Undo");
    },
    only: '[data-imagenode-part="panel-stage"]',
  },
  "an enlarged picture": { only: "dialog", go: open("Enlarge the picture") },
  "a comparison": {
    only: "dialog",
    async go(fake) {
      await run(fake, "gen_1");
      await run(fake, "gen_2");
      await shows("Compare");
      press("Compare");
      await there("preview-compare");
    },
  },
  "a series of which one failed": { children: () => <Series />, go: () => shows("Retry") },
  "a series under way": {
    children: () => <Series />,
    async go() {
      await shows("Retry");
      press("Retry");
      await shows("Stop waiting");
    },
  },
};

function open(name: string) {
  return async (fake: Fake) => {
    await run(fake, "gen_1");
    await shows(name);
    press(name);
    await expect.poll(() => document.querySelector("dialog[open]")).not.toBeNull();
  };
}

/** A host's series, in which what is tried again is under way. */
function Series() {
  const [retried, setRetried] = useState(false);
  const [first, second] = [
    pictureOf("gen_1"),
    new ImageNodeError({ kind: "provider_error", charged: false }),
  ];
  const request = { config: cat };
  const items: BatchItem[] = [
    { index: 0, request, status: "succeeded", generation: first },
    retried
      ? { index: 1, request, status: "running" }
      : { index: 1, request, status: "failed", error: second },
  ];
  const status = retried ? ("running" as const) : ("done" as const);
  const state = { ...NO_BATCH, status, items, succeeded: 1, failed: retried ? 0 : 1 };
  const batch = {
    state,
    start: async () => undefined,
    retry: async () => setRetried(true),
    stop: () => setRetried(false),
    cancel: async () => setRetried(false),
  };
  return <Preview.Gallery batch={batch} onItemSelect={() => undefined} />;
}
