import { render, screen } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog, ImageNodeConfig, PinnedImage, PromptPreview } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";
import { expect } from "vitest";
import { pictureOf } from "../pictureOf.js";
import { createPictureClient, offerPictures, photo } from "../referenceSamples.js";
import { Node } from "../renderNode.js";
import { catalog, generationOf, variables } from "../samples.js";
import { offer } from "../settingSamples.js";

/** What a chapter may have otherwise. */
export interface SpokenOptions {
  config?: Partial<ImageNodeConfig>;
  offered?: Catalog;
  messages?: MessageOverrides;
  variables?: readonly VariableSource[];
}

/** A catalog with settings of each kind and with reference images. */
export function offerAll(): Catalog {
  const [settings, pictures] = [offer(), offerPictures()];
  const imageModels = settings.imageModels.map((model, index) => ({
    ...pictures.imageModels[index],
    ...model,
  }));
  return { ...pictures, imageModels };
}

/** The panel under a host that saves what changes, and a back end whose answers the chapter gives. */
export async function renderSpoken(options: SpokenOptions = {}) {
  const fake = createPictureClient(options.offered ?? catalog);
  let write: () => void = () => undefined;
  fake.client.previewPrompt = () => new Promise((resolve) => (write = () => resolve(WRITTEN)));
  function Host() {
    const [value, setValue] = useState(createImageNodeConfig(options.config));
    const [pinned, setPinned] = useState<PinnedImage | null>(null);
    return (
      <Node
        fake={fake}
        pinned={pinned}
        onPinnedChange={setPinned}
        variables={options.variables ?? [...variables, photo]}
        {...(options.messages && { messages: options.messages })}
      >
        <ImageNodePanel value={value} onValueChange={setValue} />
      </Node>
    );
  }
  const view = render(<Host />);
  await screen.findByRole("button", { name: /^(?:Generate|Erzeugen)/ });
  await expect.poll(() => part("config-form-cost-estimate")).not.toBeNull();
  if (options.offered)
    await expect.poll(() => part("references-root") && part("panel-settings-toggle")).not.toBeNull();
  const tell = (event: string, data: object, index = fake.runs.length - 1) =>
    fake.runs[index]?.options.onEvent?.({ event, data } as never);
  return {
    ...view,
    fake,
    uploads: fake.uploads,
    /** Lets the back end say which stage the last run is in. */
    stage: (stage: "queued" | "prompt" | "image" | "store") => tell("stage", { stage }),
    begin: () => tell("started", { id: `run_${fake.runs.length}` }),
    /** Ends a run with a picture that bears a hash, which nobody wants to hear. */
    succeed(id: string, index = fake.runs.length - 1) {
      const base = pictureOf(id);
      fake.runs[index]?.succeed({ ...base, image: { ...base.image, sha256: "0123456789abcdef".repeat(4) } });
    },
    /** Ends the writing of a prompt. */
    write: () => write(),
    /** Waits until so many runs have begun. */
    began: (count: number) => () => fake.runs.length >= count,
  };
}

const WRITTEN = {
  stages: { ...generationOf().stages, written: "A bowl of soup", sent: "A bowl of soup" },
  usage: { items: [] },
} as unknown as PromptPreview;

/** First element of the panel with this part. */
export const part = (name: string) => document.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`);
/** The panel's own part, which must be there. */
export function partOf(name: string): HTMLElement {
  const found = part(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

/** Button of this name, once it is there. */
export const button = (name: string | RegExp) => () => screen.findByRole("button", { name });
