import { describe, expect, it } from "vitest";
import { cropFor, describeRatios, shapesOf } from "../../src/server/models/shapesOf.js";
import type { ImageModelEntry } from "image-generation-node/server";

const custom: ImageModelEntry = { model: { generate: async () => new Uint8Array() } };
const of = (provider: string, modelId: string): ImageModelEntry => ({
  model: { provider, modelId, doGenerate: async () => undefined },
});

describe("shapesOf", () => {
  it("asks an object with `generate` for any size", () => {
    expect(shapesOf(custom)).toEqual({
      geometry: {
        square: { size: "1024x1024" },
        landscape: { size: "1536x864" },
        portrait: { size: "864x1536" },
      },
      known: ["square", "landscape", "portrait"],
    });
  });

  it("asks a model that nobody knows for a size that most take, and promises nothing", () => {
    const { geometry, known } = shapesOf(of("company.image", "anything"));
    expect(geometry.landscape).toMatchObject({ size: "1536x1024" });
    expect(known).toEqual([]);
  });

  it("prefers the entry's own table", () => {
    expect(
      shapesOf({ ...of("fal.image", "fal-ai/flux/dev"), geometry: { square: { size: "512x512" } } }),
    ).toEqual({
      geometry: { square: { size: "512x512" } },
      known: ["square"],
    });
  });
});

describe("the pixels of a provider's models", () => {
  const all = ["square", "landscape", "portrait"];
  it.each([
    ["togetherai.image", "black-forest-labs/FLUX.1-schnell", all],
    ["togetherai.image", "stabilityai/stable-diffusion-xl-base-1.0", all],
    ["togetherai.image", "black-forest-labs/FLUX.1-kontext-pro", []],
    ["togetherai.image", "google/imagen-4.0-preview", []],
    ["deepinfra.image", "black-forest-labs/FLUX-1-dev", all],
    ["deepinfra.image", "black-forest-labs/FLUX-2-dev", []],
    ["deepinfra.image", "stabilityai/sd3.5", []],
    ["prodia.image", "inference.flux-fast.schnell.txt2img.v2", all],
    ["prodia.image", "inference.sdxl.txt2img.v1", []],
  ])("of %s are promised for %s in %j", (provider, modelId, known) => {
    expect(shapesOf(of(provider, modelId)).known).toEqual(known);
  });

  it("are left out behind an OpenAI-compatible service, whatever the model is called", () => {
    class OpenAICompatibleImageModel {
      readonly provider = "openai.image";
      constructor(readonly modelId: string) {}
      doGenerate = async () => undefined;
    }
    for (const modelId of ["gpt-image-2", "gemini/gemini-2.5-flash-image", "flux"])
      expect(shapesOf({ model: new OpenAICompatibleImageModel(modelId) }).known).toEqual([]);
  });
});

describe("describeRatios", () => {
  it("tells the delivered pixels, and which ratios are cropped or not offered", () => {
    expect(describeRatios(shapesOf(custom))).toEqual({
      square: { width: 1024, height: 1024, fit: "exact" },
      landscape: { width: 1536, height: 864, fit: "exact" },
      portrait: { width: 864, height: 1536, fit: "exact" },
    });
    expect(describeRatios(shapesOf(of("openai.image", "gpt-image-1"))).portrait).toEqual({
      width: 864,
      height: 1536,
      fit: "crop",
      reasonCode: "cropped_from_other_ratio",
    });
    expect(describeRatios(shapesOf(of("openai.image", "dall-e-2"))).landscape?.fit).toBe("unsupported");
    const own: ImageModelEntry = { ...custom, geometry: { landscape: { size: "1000x1000" } } };
    expect(describeRatios(shapesOf(own)).landscape).toMatchObject({ width: 1000, height: 563, fit: "crop" });
  });

  it("leaves out a ratio whose pixels nobody knows before", () => {
    expect(describeRatios(shapesOf(of("company.image", "anything")))).toEqual({});
    const ratio: ImageModelEntry = { ...custom, geometry: { square: { aspectRatio: "1:1" } } };
    expect(describeRatios(shapesOf(ratio))).toMatchObject({ landscape: { fit: "unsupported" } });
    expect(describeRatios(shapesOf(ratio)).square).toBeUndefined();
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
