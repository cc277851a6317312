import type { HistoryEntry } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfigOverrides } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import { drawImage } from "./drawImage.js";
import type { Look } from "./drawImage.js";

const TEMPLATE = "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}";
const PROMPT = "A whimsical illustration of a red fox under a full moon";
/** End of the stories' runs: fixed, so that two images of a story are equal. */
const ENDED_AT = Date.parse("2026-11-20T10:12:00Z");

/** Options of one image of a story. */
export interface EntryOptions {
  id?: string | undefined;
  look?: Look | undefined;
  config?: ImageNodeConfigOverrides | undefined;
  generation?: Partial<Generation> | undefined;
  /** Size in pixels, where it differs from the requested one. */
  size?: readonly [number, number] | undefined;
}

/** Creates a finished run with its settings. */
export function entryOf({ id = "gen_1", look, config, generation, size }: EntryOptions = {}): HistoryEntry {
  const settings = createImageNodeConfig({
    imageModel: "openai/gpt-image-2",
    aspectRatio: "landscape",
    style: "watercolor",
    ...config,
    prompt: { template: TEMPLATE, ...config?.prompt },
  });
  const base = fixtures.generation;
  const ratio = settings.aspectRatio;
  const [width, height] =
    size ?? { square: [1024, 1024], landscape: [1536, 864], portrait: [864, 1536] }[ratio];
  const imageUrl = drawImage(ratio, look, size);
  return {
    config: settings,
    startedAt: ENDED_AT - 9200,
    endedAt: ENDED_AT,
    generation: {
      ...base,
      id,
      output: { ...base.output, imageUrl, attachmentId: `att_${id}`, prompt: PROMPT, aspectRatio: ratio },
      image: {
        width: width ?? 1,
        height: height ?? 1,
        expiresAt: new Date(Date.now() + 6.5 * 86_400_000).toISOString(),
        sha256: "3fa9c1d07be24c8f9a6d5e10b7c2f48d3fa9c1d07be24c8f9a6d5e10b7c2f48d",
      },
      stages: {
        template: TEMPLATE,
        resolved: PROMPT,
        written: null,
        sent: `${PROMPT}. Style: ${settings.style}, soft edges, paper texture`,
        revised: null,
      },
      ...generation,
    },
  };
}

/** Creates the state of a run that ended with this image. */
export function succeededWith({ generation, config, startedAt, endedAt }: HistoryEntry): GenerationState {
  return {
    status: "succeeded",
    generation,
    id: generation.id,
    stages: generation.stages,
    startedAt,
    endedAt,
    ...(config && { request: { config } }),
  };
}

/** Three images of a node, newest first; the second differs in its style only. */
export const threeEntries = (): readonly HistoryEntry[] => [
  entryOf({ id: "gen_3" }),
  entryOf({ id: "gen_2", look: "sketch", config: { style: "sketch" } }),
  entryOf({
    id: "gen_1",
    look: "dawn",
    config: { style: "oil_painting", prompt: { template: "A fox at dawn, {{trigger.output.style}}" } },
  }),
];
