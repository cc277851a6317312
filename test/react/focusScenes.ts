import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage, PromptPreview } from "image-generation-node/contract";
import type { ReactNode } from "react";
import { expect, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { pictureOf } from "./pictureOf.js";
import { offerPictures } from "./referenceSamples.js";
import type { NodeOptions } from "./renderNode.js";
import { generationOf } from "./samples.js";
import { offer } from "./settingSamples.js";

export type Fake = ReturnType<typeof createFakeClient>;

/** One state of the panel from which each of its actions is tried. */
export interface Scene {
  config?: ImageNodeConfig;
  fake?: () => Fake;
  pinned?: PinnedImage;
  /** What else the scope has. */
  scope?: Partial<NodeOptions>;
  /** Where the buttons to try stand; by default in the whole panel. */
  only?: string;
  /** What stands in place of the panel. */
  children?: () => ReactNode;
  /** Brings the panel there. */
  go?: (fake: Fake) => Promise<unknown>;
}

export const manual = (template: string) => createImageNodeConfig({ prompt: { template } });
export const cat = manual("A cat that sleeps on a wide windowsill in the evening sun, oil on canvas");
export const byAi = createImageNodeConfig({
  prompt: { mode: "prompt_ai", instructions: "Something for a menu" },
});
export const written = {
  stages: { ...generationOf().stages, written: "A bowl of soup", sent: "A bowl of soup" },
  usage: { items: [] },
} as unknown as PromptPreview;

export const buttons = () => [
  ...document.querySelectorAll<HTMLElement>(
    '[data-imagenode-part="panel"] :is(button, summary):not(:disabled)',
  ),
];
export const nameOf = (element: HTMLElement) =>
  element.getAttribute("aria-label") ?? element.innerText.trim();
export const press = (name: string) => {
  const found =
    buttons().find((button) => nameOf(button) === name) ??
    buttons().find((button) => nameOf(button).startsWith(name));
  if (!found) throw new Error(`There is no “${name}”: ${buttons().map(nameOf).join(", ")}.`);
  // A press gives focus too, which a dialog gives back.
  found.focus();
  found.click();
};
export const shows = (name: string) =>
  expect.poll(() => buttons().map(nameOf)).toContainEqual(expect.stringMatching(new RegExp(`^${name}`)));

export async function run(fake: Fake, id?: string) {
  const before = fake.runs.length;
  press("Generate");
  await expect.poll(() => fake.runs.length).toBe(before + 1);
  if (id === undefined) return;
  fake.run().succeed(pictureOf(id));
  await shows("Regenerate");
}

const end = (kind: ConstructorParameters<typeof ImageNodeError>[0]["kind"], change: object = {}) => ({
  async go(fake: Fake) {
    await run(fake);
    fake.run().fail(new ImageNodeError({ kind, charged: false, ...change }));
    await expect.poll(() => document.querySelector('[data-imagenode-part="preview-error"]')).not.toBeNull();
  },
});

const open = (name: string) => async (fake: Fake) => {
  await run(fake, "gen_1");
  press(name);
};

/** Lets a back end keep its run: a wait that is taken up goes on until the run is cancelled. */
function keeping(fake: Fake): Fake {
  const ends: ((error: ImageNodeError) => void)[] = [];
  fake.client.rejoin = () => new Promise((_, reject) => void ends.push(reject));
  fake.client.cancel = (id) => {
    const error = new ImageNodeError({ kind: "cancelled", charged: false, id });
    for (const end of ends) end(error);
    return Promise.resolve();
  };
  return fake;
}

export const SCENES: Record<string, Scene> = {
  "an empty node": { config: manual("") },
  "a text with hints and a problem": {
    config: manual("A {{triger.output.style}} cat, oil painting, 1024x1024"),
  },
  "a retired model": { config: { ...cat, imageModel: "gone/model", style: "gone" } },
  "a failed catalog": {
    fake: () => createFakeClient({ catalog: () => Promise.reject(new ImageNodeError({ kind: "network" })) }),
  },
  settings: { config: { ...cat, settings: { steps: 3, seed: 7 } }, fake: () => offering(offer()) },
  "reference images": {
    config: { ...cat, references: [{ attachmentId: "att_1" }, { attachmentId: "att_2" }] } as ImageNodeConfig,
    fake: () => offering(offerPictures()),
  },
  "a run under way": { go: (fake) => run(fake) },
  "a run that draws": {
    async go(fake) {
      await run(fake);
      fake.run().options.onEvent?.({ event: "started", data: { id: "run_1" } } as never);
      fake.run().options.onEvent?.({ event: "stage", data: { stage: "image" } } as never);
      await shows("Stop waiting");
    },
  },
  "a stopped wait": {
    fake: () => keeping(createFakeClient()),
    async go(fake) {
      await SCENES["a run that draws"]?.go?.(fake);
      press("Stop waiting");
      await shows("Wait again");
    },
  },
  "a failure of the provider": end("provider_error"),
  "a refusal of the prompt": end("content_blocked"),
  "a refusal of the model": end("model_unavailable"),
  "a cancelled run": end("cancelled"),
  "a run that took too long": end("timeout", { id: "run_1" }),
  "a picture": { go: (fake) => run(fake, "gen_1") },
  "a failure after a picture": {
    async go(fake) {
      await run(fake, "gen_1");
      press("Regenerate");
      await expect.poll(() => fake.runs.length).toBe(2);
      fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: false }));
      await shows("Retry");
    },
  },
  "more actions": { go: open("More actions") },
  details: {
    async go(fake) {
      await run(fake, "gen_1");
      press("Details");
      await shows("Copy the text");
    },
  },
  "a failed copy": {
    async go(fake) {
      await run(fake, "gen_1");
      vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new Error("Forbidden"));
      press("Use in a later node");
      await shows("Dismiss");
    },
  },
  "an earlier picture": {
    async go(fake) {
      await run(fake, "gen_1");
      await run(fake, "gen_2");
      await shows("Picture 1");
      press("Picture 1");
      await shows("Use these settings");
    },
  },
  "a pinned picture": {
    pinned: { generation: pictureOf("gen_p"), config: cat, pinnedAt: "2026-11-29T10:00:00.000Z" },
    async go(fake) {
      await run(fake, "gen_1");
      press("More actions");
    },
  },
  "Prompt AI": { config: byAi, go: () => shows("Preview prompt") },
  "a written prompt": {
    config: byAi,
    async go() {
      await shows("Preview prompt");
      press("Preview prompt");
      await shows("Draw this prompt");
      await shows("Use this prompt");
    },
  },
  "a prompt that can't be written": {
    config: byAi,
    async go(fake) {
      await shows("Preview prompt");
      fake.client.previewPrompt = () => Promise.reject(new ImageNodeError({ kind: "prompt_failed" }));
      press("Preview prompt");
      await shows("Write again");
    },
  },
  "several pictures": {
    async go(fake) {
      await several(fake);
      fake.runs.forEach(({ succeed }, index) => succeed(pictureOf(`gen_${index}`)));
      await shows("Picture 2 of 2");
    },
  },
  "several pictures, of which one failed": {
    async go(fake) {
      await several(fake);
      fake.runs[0]?.succeed(pictureOf("gen_1"));
      fake.runs[1]?.fail(new ImageNodeError({ kind: "provider_error", charged: false }));
      await shows("Retry, picture 2");
    },
  },
};

export const offering = (catalog: Awaited<ReturnType<Fake["client"]["catalog"]>>) =>
  createFakeClient({ catalog: () => Promise.resolve(catalog) });

async function several(fake: Fake) {
  document.querySelector<HTMLElement>('input[type="radio"][aria-label="2 pictures"]')?.click();
  await shows("Generate 2");
  press("Generate");
  await expect.poll(() => fake.runs.length).toBe(2);
}
