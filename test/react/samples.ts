import type { Catalog, Generation } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";

const EXACT = {
  square: { width: 1024, height: 1024, fit: "exact" },
  landscape: { width: 1536, height: 864, fit: "exact" },
  portrait: { width: 864, height: 1536, fit: "exact" },
} as const;

export const catalog: Catalog = {
  version: 1,
  imageModels: [
    {
      id: "demo/illustrator",
      label: "Demo illustrator",
      provider: "Demo",
      kind: "demo",
      maxPromptLength: 4000,
      aspectRatios: EXACT,
    },
    {
      id: "acme/painter",
      label: "Acme Painter",
      provider: "Acme",
      kind: "ai",
      aspectRatios: {
        ...EXACT,
        landscape: { width: 1536, height: 864, fit: "crop" },
        portrait: { width: 0, height: 0, fit: "unsupported" },
      },
      price: { currency: "USD", min: 0.04, max: 0.07 },
    },
  ],
  promptModels: [
    { id: "demo/writer", label: "Demo writer", provider: "Demo", kind: "demo" },
    { id: "acme/writer", label: "Acme Writer", provider: "Acme", kind: "ai" },
  ],
  modes: ["manual", "prompt_ai", "auto"],
  aspectRatios: [{ id: "square" }, { id: "landscape" }, { id: "portrait" }],
  styles: [
    "auto",
    "photorealistic",
    "digital_art",
    "oil_painting",
    "watercolor",
    "sketch",
    "anime",
    "3d_render",
    "minimalist",
    "cinematic",
  ].map((id) => ({ id })),
  limits: { timeoutMs: 60_000, maxQueueMs: 30_000, maxBodyBytes: 1_000_000, urlTtlSeconds: 604_800 },
  features: { stream: true, prompts: true, runs: true, templates: "server", variables: ["inline"] },
  defaults: { imageModel: "demo/illustrator", promptModel: "demo/writer" },
};

export const variables: readonly VariableSource[] = [
  { slug: "trigger", label: "New product", distance: 2, sample: { output: { style: "noir" } } },
  {
    slug: "agent",
    label: "Describe product",
    distance: 1,
    sample: { output: { structured: { subject: "a red fox under a full moon", mood: "calm" } } },
  },
];

/** A finished run whose link is valid for almost a week. */
export function generationOf(changes: Partial<Generation> = {}): Generation {
  const aspectRatio = changes.output?.aspectRatio ?? "landscape";
  return {
    id: "gen_1",
    status: "succeeded",
    output: {
      path: "/mnt/data/1795944719382-workflow_image_generation-demo.png",
      _metadata: {
        name: "1795944719382-workflow_image_generation-demo.png",
        mimeType: "image/png",
        sizeInKb: 245,
        attachmentId: "att_1",
      },
      imageUrl: "https://pictures.example/att_1.png",
      imagePath: "attachments/att_1.png",
      attachmentId: "att_1",
      prompt: "A noir illustration of a red fox under a full moon",
      aspectRatio,
    },
    image: { width: 1536, height: 864, expiresAt: new Date(Date.now() + 6.9 * 86_400_000).toISOString() },
    stages: {
      template: "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}",
      resolved: "A noir illustration of a red fox under a full moon",
      written: null,
      sent: "A noir illustration of a red fox under a full moon. Style: watercolor, soft edges, paper texture",
      revised: null,
    },
    warnings: [],
    usage: { items: [{ kind: "image", model: "demo/illustrator", amount: "0", currency: "USD" }] },
    timings: { promptMs: 0, imageMs: 912, storeMs: 8 },
    ...changes,
  };
}
