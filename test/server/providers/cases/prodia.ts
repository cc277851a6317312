import { expect } from "vitest";
import { createProdia } from "@ai-sdk/prodia";
import { prodia as provider } from "../../../../src/server/models/providers/prodia.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, json } from "../ProviderCase.js";
import type { FakeImage, ProviderCase } from "../ProviderCase.js";

/** An answer of parts: the job as JSON, and the image where there is one. */
function multipart(status: number, job: Record<string, unknown>, image?: FakeImage): Response {
  const form = new FormData();
  const said = { id: "j1", config: { prompt: PROMPT }, ...job };
  form.append("job", new Blob([JSON.stringify(said)], { type: "application/json" }), "job.json");
  if (image) form.append("output", new Blob([Buffer.from(image.bytes)], { type: image.mimeType }), "output");
  return new Response(form, { status });
}

const config = (width: number, height: number) => ({ config: expect.objectContaining({ width, height }) });
const SIZES = {
  square: config(1024, 1024),
  landscape: config(1536, 864),
  portrait: config(864, 1536),
};
const PIXELS = { square: "1024x1024", landscape: "1536x864", portrait: "864x1536" } as const;

/** Prodia: one POST that waits, the job and the image as parts of the answer. Its package has the older specification. */
export const prodia: ProviderCase = {
  provider,
  create: (origin, modelId) => createProdia({ apiKey: API_KEY, baseURL: `${origin}/v2` }).image(modelId),
  options: { given: { prodia: { steps: 4 } }, sends: { config: expect.objectContaining({ steps: 4 }) } },
  models: [
    { modelId: "inference.flux-fast.schnell.txt2img.v2", asked: SIZES, delivers: PIXELS },
    { modelId: "inference.sdxl.txt2img.v1", asked: SIZES, delivers: PIXELS },
  ],
  settings: {
    "inference.flux-fast.schnell.txt2img.v2": { seed: [7, "config.seed"], steps: [3, "config.steps"] },
    "inference.sdxl.txt2img.v1": { seed: [7, "config.seed"] },
  },
  tellsSeed: 531_286_735_183_442,
  references: { models: {}, read: () => [], notes: "the package leaves pictures out" },
  stepOf: () => "submit",
  answer: (_, image) =>
    multipart(
      200,
      {
        config: { prompt: PROMPT, seed: 531_286_735_183_442 },
        state: { current: "completed" },
        metrics: { elapsed: 0.2 },
        price: { product: "flux", dollars: 0.0025 },
      },
      image,
    ),
  reported: { amount: "0.0025", unit: "USD" },
  refusals: [
    {
      name: "a prompt that was flagged, in a part of the answer",
      answer: () =>
        multipart(400, { state: { current: "failed" }, error: `prompt was flagged ${PROVIDER_WORDS}` }),
      kind: "content_blocked",
    },
    {
      name: "a prompt that was flagged, as JSON",
      answer: () => json(400, { error: `NSFW content detected ${PROVIDER_WORDS}` }),
      kind: "content_blocked",
    },
    {
      name: "a wrong key",
      answer: () => new Response(`token is invalid ${PROVIDER_WORDS}`, { status: 401 }),
      kind: "provider_misconfigured",
    },
    {
      name: "a key without the right",
      answer: () => json(403, { message: PROVIDER_WORDS }),
      kind: "provider_misconfigured",
    },
    {
      name: "an empty account",
      answer: () => json(402, { message: PROVIDER_WORDS }),
      kind: "credits_exhausted",
    },
    {
      name: "no room, or a job that nobody does, with a wait",
      answer: () => json(429, { message: PROVIDER_WORDS }, { "Retry-After": "2" }),
      kind: "rate_limited",
      retryAfterMs: 2_000,
    },
    {
      name: "a job that does not fit its schema and repeats the prompt",
      answer: () =>
        multipart(400, {
          error: `jsonschema validation failed with prompt ${PROMPT}: maximum: got 1,000. ${PROVIDER_WORDS}`,
        }),
      kind: "provider_rejected",
    },
    {
      name: "a 422 that echoes the prompt",
      answer: () => json(422, { detail: { prompt: PROMPT, safety_level: PROVIDER_WORDS } }),
      kind: "provider_rejected",
    },
  ],
  ends: [
    {
      name: "a job without an image",
      step: "submit",
      answer: () => multipart(200, { state: { current: "failed" } }),
      kind: "provider_error",
    },
    {
      name: "an answer without parts",
      step: "submit",
      answer: () => json(200, { id: "j1", state: { current: "failed" } }),
      kind: "provider_error",
    },
  ],
};
