import { createImageNodeConfig } from "../../src/contract/index.js";
import type { Catalog, Generation, GenerationRequest } from "../../src/contract/index.js";

export const sampleRequest: GenerationRequest = {
  config: createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} fox – 狐 🦊" } }),
  variables: { trigger: { output: { style: "noir" } } },
};

export function createSampleGeneration(id = "gen_1", imageUrl = "https://images.test/att_1.png"): Generation {
  return {
    id,
    status: "succeeded",
    output: {
      path: `/mnt/data/1-${id}.png`,
      _metadata: { name: `1-${id}.png`, mimeType: "image/png", sizeInKb: 2, attachmentId: `att_${id}` },
      imageUrl,
      imagePath: `attachments/att_${id}.png`,
      attachmentId: `att_${id}`,
      prompt: "A noir fox – 狐 🦊",
      aspectRatio: "square",
    },
    image: { width: 1024, height: 1024, expiresAt: "2099-01-01T00:00:00Z" },
    stages: {
      template: "A {{…}} fox",
      resolved: "A noir fox – 狐 🦊",
      written: null,
      sent: "A noir fox",
      revised: null,
    },
  };
}

export function createSampleCatalog(features: Partial<Catalog["features"]> = {}): Catalog {
  return {
    version: 1,
    imageModels: [],
    promptModels: [],
    modes: ["manual"],
    aspectRatios: [{ id: "square" }],
    styles: [{ id: "auto" }],
    limits: { timeoutMs: 60_000, maxQueueMs: 10_000, maxBodyBytes: 1_000_000, urlTtlSeconds: 604_800 },
    features: {
      stream: true,
      prompts: true,
      runs: true,
      templates: "server",
      variables: ["inline"],
      ...features,
    },
    defaults: {},
  };
}
