import { describe, expect, it } from "vitest";
import { cropFor, describeRatios, geometryOf } from "../../src/server/models/geometryOf.js";
import type { ImageModelEntry } from "image-generation-node/server";

const custom: ImageModelEntry = { model: { generate: async () => new Uint8Array() } };

describe("geometryOf", () => {
  it.each([
    ["openai/gpt-image-1", { size: "1536x1024", crop: { width: 1536, height: 864 } }],
    ["gpt-image-1-mini", { size: "1536x1024", crop: { width: 1536, height: 864 } }],
    ["gpt-image-1.5", { size: "1536x1024", crop: { width: 1536, height: 864 } }],
    ["openai/gpt-image-2", { size: "1536x864" }],
    ["gpt-image-10", { size: "1536x864" }],
    ["dall-e-3", { size: "1792x1024" }],
    ["chatgpt-image-latest", { size: "1536x1024", crop: { width: 1536, height: 864 } }],
    ["google/imagen-4.0-generate", { aspectRatio: "16:9", pixels: { width: 1408, height: 768 } }],
    ["google/gemini-2.5-flash-image", { aspectRatio: "16:9", pixels: { width: 1344, height: 768 } }],
    ["xai/grok-imagine-image", { aspectRatio: "16:9" }],
    ["bfl/flux-2-pro", { aspectRatio: "16:9" }],
    ["luma/photon-1", { aspectRatio: "16:9" }],
  ])("knows what %s takes for landscape", (model, landscape) => {
    expect(geometryOf({ model }).landscape).toEqual(landscape);
  });

  const of = (provider: string, modelId: string): ImageModelEntry => ({
    model: { provider, modelId, doGenerate: async () => undefined },
  });
  it.each([
    [of("openai.image", "gpt-image-2"), { size: "1536x864" }],
    [of("azure.image", "our-deployment"), { size: "1536x1024", crop: { width: 1536, height: 864 } }],
    [of("google.vertex.image", "imagen-3.0"), { aspectRatio: "16:9", pixels: { width: 1408, height: 768 } }],
    [of("google.generative-ai", "next-model"), { aspectRatio: "16:9" }],
    [of("xai.image", "next-model"), { aspectRatio: "16:9" }],
    [of("black-forest-labs.image", "flux-pro-1.1"), { aspectRatio: "16:9" }],
    [of("luma.image", "photon-flash-1"), { aspectRatio: "16:9" }],
    [of("fal.image", "fal-ai/flux/dev"), { aspectRatio: "16:9" }],
    [of("replicate", "black-forest-labs/flux-schnell"), { aspectRatio: "16:9" }],
    [of("togetherai.image", "black-forest-labs/FLUX.1-dev"), { size: "1536x864" }],
    [of("amazon-bedrock", "amazon.nova-canvas-v1:0"), { size: "1280x720" }],
    [of("gateway", "google/imagen-4.0"), { aspectRatio: "16:9", pixels: { width: 1408, height: 768 } }],
    [of("company.image", "anything"), { size: "1536x864" }],
  ])("knows what $model.provider $model.modelId takes for landscape", (entry, landscape) => {
    expect(geometryOf(entry).landscape).toEqual(landscape);
  });

  it("asks only for sizes that are multiples of 16, and turns landscape into portrait", () => {
    for (const id of ["gpt-image-1", "gpt-image-2", "dall-e-3", "amazon.nova-canvas-v1:0", "unknown"]) {
      const geometry = geometryOf(of("some.image", id));
      const [square, landscape, portrait] = (["square", "landscape", "portrait"] as const).map((ratio) =>
        geometry[ratio] && "size" in geometry[ratio] ? geometry[ratio].size.split("x").map(Number) : [],
      );
      expect([...(square ?? []), ...(landscape ?? [])].filter((side) => side % 16 !== 0)).toEqual([]);
      expect(portrait).toEqual(landscape?.toReversed());
    }
  });

  it("prefers the entry's own table", () => {
    expect(geometryOf({ ...custom, geometry: { square: { size: "512x512" } } })).toEqual({
      square: { size: "512x512" },
    });
  });
});

describe("describeRatios", () => {
  it("tells the delivered pixels, and which ratios are cropped or not offered", () => {
    expect(describeRatios(geometryOf(custom))).toEqual({
      square: { width: 1024, height: 1024, fit: "exact" },
      landscape: { width: 1536, height: 864, fit: "exact" },
      portrait: { width: 864, height: 1536, fit: "exact" },
    });
    expect(describeRatios(geometryOf({ model: "gpt-image-1" })).portrait).toEqual({
      width: 864,
      height: 1536,
      fit: "crop",
      reasonCode: "cropped_from_other_ratio",
    });
    expect(describeRatios(geometryOf({ model: "google/imagen-4.0" })).landscape).toEqual({
      width: 1365,
      height: 768,
      fit: "crop",
      reasonCode: "cropped_from_other_ratio",
    });
    expect(describeRatios(geometryOf({ model: "google/gemini-3-image" })).landscape).toMatchObject({
      width: 1344,
      fit: "exact",
    });
    expect(describeRatios(geometryOf({ model: "dall-e-2" })).landscape.fit).toBe("unsupported");
    expect(describeRatios({ landscape: { size: "1000x1000" } }).landscape).toMatchObject({
      width: 1000,
      height: 563,
      fit: "crop",
    });
  });
});

describe("cropFor", () => {
  it.each([
    [1536, 864, "landscape", null],
    [1792, 1024, "landscape", null],
    [1024, 1024, "landscape", { width: 1024, height: 576 }],
    [1000, 2000, "square", { width: 1000, height: 1000 }],
    [1920, 1080, "portrait", { width: 608, height: 1080 }],
  ] as const)("cuts %i×%i for %s", (width, height, ratio, expected) => {
    expect(cropFor(width, height, ratio)).toEqual(expected);
  });

  it("takes the preferred crop only where the image is large enough for it", () => {
    const preferred = { width: 1536, height: 864 };
    expect(cropFor(1536, 1024, "landscape", preferred)).toEqual(preferred);
    expect(cropFor(768, 512, "landscape", preferred)).toEqual({ width: 768, height: 432 });
  });
});
