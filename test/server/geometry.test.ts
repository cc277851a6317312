import { describe, expect, it } from "vitest";
import { cropFor, describeRatios, geometryOf } from "../../src/server/geometry.js";
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
    ["google/imagen-4.0-generate", { aspectRatio: "16:9" }],
  ])("knows what %s takes for landscape", (model, landscape) => {
    expect(geometryOf({ model }).landscape).toEqual(landscape);
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

  it("takes the preferred crop only where the picture is large enough for it", () => {
    const preferred = { width: 1536, height: 864 };
    expect(cropFor(1536, 1024, "landscape", preferred)).toEqual(preferred);
    expect(cropFor(768, 512, "landscape", preferred)).toEqual({ width: 768, height: 432 });
  });
});
