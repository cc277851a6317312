import { problemExamples } from "./problemExamples.js";

// Examples of the OpenAPI document tell one story: one image model whose settings decide the price, one prompt model.
const SHAPES = {
  square: { width: 1024, height: 1024, fit: "exact" },
  landscape: { width: 1536, height: 864, fit: "exact" },
  portrait: { width: 864, height: 1536, fit: "exact" },
};

const catalog = {
  version: 1,
  imageModels: [
    {
      id: "acme/painter-2",
      label: "Painter 2",
      provider: "acme",
      kind: "ai",
      maxPromptLength: 4000,
      aspectRatios: SHAPES,
      settings: {
        properties: {
          quality: { type: "string", enum: ["low", "medium", "high"], default: "medium", title: "Quality" },
          seed: { type: "integer", minimum: 0, maximum: 4294967295, title: "Seed" },
          guidance: {
            type: "number",
            minimum: 0,
            maximum: 10,
            multipleOf: 0.5,
            default: 3.5,
            title: "Guidance",
            description: "Strength with which the image follows the prompt.",
            advanced: true,
          },
          negative_prompt: { type: "string", maxLength: 500, multiline: true, title: "Negative prompt" },
          tiled: { type: "boolean", default: false, title: "Seamless", advanced: true },
        },
        order: ["quality", "seed", "negative_prompt"],
      },
      references: { max: 2, mimeTypes: ["image/png", "image/jpeg"], maxBytes: 10485760 },
      price: [
        { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19", source: "price list" },
        { currency: "USD", min: "0.04", max: "0.07", source: "price list" },
      ],
    },
  ],
  promptModels: [{ id: "acme/writer-1", label: "Writer 1", provider: "acme", kind: "ai" }],
  modes: ["manual", "prompt_ai", "auto"],
  aspectRatios: [{ id: "square" }, { id: "landscape" }, { id: "portrait" }],
  styles: [{ id: "auto" }, { id: "watercolor" }],
  limits: {
    timeoutMs: 60000,
    maxQueueMs: 0,
    maxBodyBytes: 524288,
    urlTtlSeconds: 604800,
    maxUploadBytes: 10485760,
    maxPixels: 50000000,
  },
  features: {
    stream: true,
    prompts: true,
    runs: true,
    templates: "server",
    variables: ["inline"],
    uploads: true,
  },
  defaults: { imageModel: "acme/painter-2", promptModel: "acme/writer-1" },
  credits: { left: 12.5, unit: "USD", resetsAt: "2026-12-01T00:00:00Z" },
};

const emptyCatalog = {
  ...catalog,
  imageModels: [],
  promptModels: [],
  modes: ["manual"],
  defaults: { imageModel: null, promptModel: null },
};

const request = {
  config: {
    version: 1,
    prompt: { mode: "manual", template: "A {{trigger.output.style}} fox", instructions: "" },
    imageModel: "acme/painter-2",
    promptModel: null,
    aspectRatio: "square",
    style: "auto",
    settings: { quality: "high", seed: 4711, steps: 20 },
  },
  variables: { trigger: { output: { style: "noir" } } },
  context: { workflowRunId: "run_1", nodeId: "n4" },
};

const name = "1795944719382-workflow_image_generation-acme.png";
const generation = {
  id: "gen_5b1c",
  status: "succeeded",
  output: {
    path: `/mnt/data/${name}`,
    _metadata: { name, mimeType: "image/png", sizeInKb: 245, attachmentId: "att_7f3a" },
    imageUrl: "https://images.example.com/attachments/att_7f3a?exp=1796549519&kid=k1&sig=Zm94",
    imagePath: "attachments/att_7f3a.png",
    attachmentId: "att_7f3a",
    prompt: "A noir fox",
    aspectRatio: "square",
  },
  image: { width: 1024, height: 1024, expiresAt: "2026-12-06T09:31:59.000Z" },
  settings: { quality: "high", seed: 4711, guidance: 3.5, tiled: false },
  stages: {
    template: "A {{trigger.output.style}} fox",
    resolved: "A noir fox",
    written: null,
    sent: "A noir fox",
    revised: null,
  },
  warnings: [
    {
      code: "setting_unused",
      params: { setting: "steps" },
      message: "The chosen model has no setting steps; the value was not used.",
    },
  ],
  usage: { items: [{ kind: "image", model: "acme/painter-2", amount: "0.19", currency: "USD" }] },
};

const referenced = {
  ...request,
  config: {
    ...request.config,
    references: [
      { value: "{{image_gen.output}}", label: "Image of the step before" },
      { attachmentId: "att_90c4" },
    ],
  },
  variables: { ...request.variables, image_gen: { output: generation.output } },
};
const pictures = [
  { attachmentId: "att_7f3a", mimeType: "image/png", width: 1024, height: 1024 },
  { attachmentId: "att_90c4", mimeType: "image/jpeg", width: 1600, height: 1200 },
];

const id = generation.id;
const written = "A fox in a noir alley, rain, low light";
const refined = {
  config: {
    ...request.config,
    prompt: { mode: "prompt_ai", template: "", instructions: "Describe a {{trigger.output.style}} fox" },
  },
  variables: request.variables,
};
const preview = {
  stages: {
    template: "Describe a {{trigger.output.style}} fox",
    resolved: "Describe a noir fox",
    written,
    sent: written,
  },
  warnings: [],
  usage: { items: [{ kind: "prompt", model: "acme/writer-1" }] },
};

const problems = problemExamples();
const cancelled = problems.cancelled.value;
const timeout = problems.timeout.value;

/** Writes events as the text of a stream. */
const stream = (...events: readonly (readonly [event: string, data: object])[]) =>
  events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("");

/** A PNG of one grey pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
const started = ["started", { id }] as const;
const stage = (name: string, status: string) => ["stage", { stage: name, status }] as const;
const prompt = ["prompt", { stages: generation.stages }] as const;
const succeededStream = stream(
  started,
  stage("prompt", "started"),
  prompt,
  stage("image", "started"),
  ["partial_image", { index: 0, b64: PIXEL, mimeType: "image/png" }],
  stage("store", "started"),
  ["result", generation],
);

const example = (summary: string, value: unknown) => ({ summary, value });

/** Examples of the document by name; a kind of problem is the name of its own. */
export const OPEN_API_EXAMPLES = {
  catalog: example("A model with settings, and a price by quality", catalog),
  emptyCatalog: example("A workspace without models", emptyCatalog),
  manual: example("A request with settings, one of which only another model has", request),
  refined: example("Instructions for the prompt model", refined),
  written: example("A prompt that POST /prompts has written; no prompt model is called", {
    ...refined,
    input: { written },
  }),
  referenced: example("A request with pictures: of the step before, and an upload", referenced),
  preview: example("The prompt that the prompt model wrote", preview),
  generation: example(
    "The settings that were used, with defaults; one that the model lacks was not",
    generation,
  ),
  edited: example("An image that was made of pictures", { ...generation, references: pictures }),
  queued: example("A run that waits", { id, status: "queued", stage: null, retryAfterMs: 1000 }),
  running: example("A run that draws", {
    id,
    status: "running",
    stage: "image",
    retryAfterMs: 1000,
    stages: generation.stages,
  }),
  succeeded: example("A run with its image", { ...generation, stage: null }),
  failed: example("A run that took too long; its image arrived late", {
    id,
    status: "failed",
    stage: null,
    problem: timeout,
    late: { output: generation.output, image: generation.image },
  }),
  cancelledRun: example("A run that was cancelled", {
    id,
    status: "cancelled",
    stage: null,
    problem: cancelled,
  }),
  succeededStream: example("A run from its start to its image", succeededStream),
  failedStream: example("A run that fails", stream(started, stage("prompt", "started"), ["error", timeout])),
  followedStream: example(
    "A run that is followed from its image stage on",
    stream(started, prompt, stage("image", "started"), ["result", generation]),
  ),
  upload: example("A photo that was kept", {
    ...pictures[1],
    sizeInKb: 412,
    imageUrl: "https://images.example.com/attachments/att_90c4?exp=1796549519&kid=k1&sig=YmFy",
    expiresAt: generation.image.expiresAt,
  }),
  freshLink: example("A link for a week", {
    imageUrl: generation.output.imageUrl,
    expiresAt: generation.image.expiresAt,
  }),
  document: example("The beginning of the document", {
    openapi: "3.1.0",
    info: { title: "Image Generation node: execution contract", version: "1.0.0" },
    paths: {},
  }),
  ...problems,
};
