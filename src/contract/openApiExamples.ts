// Examples of the OpenAPI document: one model whose settings decide the price.
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
      price: [
        { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19", source: "price list" },
        { currency: "USD", min: "0.04", max: "0.07", source: "price list" },
      ],
    },
  ],
  promptModels: [],
  modes: ["manual"],
  aspectRatios: [{ id: "square" }, { id: "landscape" }, { id: "portrait" }],
  styles: [{ id: "auto" }, { id: "watercolor" }],
  limits: { timeoutMs: 60000, maxQueueMs: 0, maxBodyBytes: 524288, urlTtlSeconds: 604800 },
  features: { stream: false, prompts: false, runs: false, templates: "server", variables: ["inline"] },
  defaults: { imageModel: "acme/painter-2", promptModel: null },
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

const refused = {
  type: "about:blank",
  title: "The request does not fit the contract.",
  status: 422,
  kind: "invalid_request",
  retryable: false,
  charged: false,
  requestId: "req_91d0",
  errors: [
    {
      pointer: "#/config/settings/quality",
      code: "setting_unsupported",
      setting: "quality",
      reason: "choice",
      choices: "low, medium, high",
      detail: 'This model takes "low", "medium", "high".',
    },
  ],
};

const example = (summary: string, value: object) => ({ settings: { summary, value } });

/** Examples by the schema that they fit. */
export const OPEN_API_EXAMPLES = {
  Catalog: example("A model with settings, and a price by quality", catalog),
  GenerationRequest: example("A request with settings, one of which only another model has", request),
  Generation: example(
    "The settings that were used, with defaults; one that the model lacks was not",
    generation,
  ),
  Problem: example("A value that the model does not take", refused),
} as const;
