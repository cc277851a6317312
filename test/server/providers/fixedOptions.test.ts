import { afterEach, describe, expect, it, vi } from "vitest";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { amazonBedrock } from "./cases/amazonBedrock.js";
import { googleVertex } from "./cases/googleVertex.js";
import type { ProviderCase } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";

type Fixed = Record<string, Record<string, unknown>>;

describe("what a host fixes beside a setting", () => {
  afterEach(() => vi.unstubAllGlobals());

  const backendOf = (each: ProviderCase, origin: string, modelId: string, providerOptions: Fixed) => {
    const model = each.create(origin, modelId);
    return createTestBackend({ imageModels: { "the/model": { model, settings: true, providerOptions } } });
  };
  const sent = async (
    each: ProviderCase,
    modelId: string,
    fixed: Fixed,
    settings: Record<string, string | number>,
  ) => {
    const fake = await startFakeProvider(each);
    fake.deliver(await createImage(64, 64));
    vi.stubGlobal("fetch", fake.fetch);
    const answer = await backendOf(each, fake.origin, modelId, fixed).post(
      "/generations",
      body({ settings }),
    );
    expect(await answer.json()).toMatchObject({ status: "succeeded" });
    await fake.close();
    return fake.seen[0]?.body;
  };

  const GEMINI = "gemini-3-pro-image-preview";
  const people = { imageConfig: { personGeneration: "ALLOW_NONE" } };

  // The package reads one name alone: a setting under the new one would let people through that the host forbids.
  it.each(["googleVertex", "vertex"])("is kept under the name %s", async (name) => {
    const request = await sent(googleVertex, GEMINI, { [name]: people }, { resolution: "2K" });
    expect(request).toMatchObject({
      generationConfig: { imageConfig: { imageSize: "2K", personGeneration: "ALLOW_NONE" } },
    });
  });

  it.each(["amazonBedrock", "bedrock"])("is kept under the name %s", async (name) => {
    const fixed = { [name]: { quality: "premium" } };
    const nova = "amazon.nova-canvas-v1:0";
    expect(() => backendOf(amazonBedrock, "http://127.0.0.1", nova, fixed)).toThrow(
      new RegExp(`offers the setting "quality" and fixes it in providerOptions\\.${name}\\.quality`),
    );
    const style = { [name]: { style: "PHOTOREALISM" } };
    const request = await sent(amazonBedrock, nova, style, { quality: "standard" });
    expect(request).toMatchObject({
      textToImageParams: { style: "PHOTOREALISM" },
      imageGenerationConfig: { quality: "standard" },
    });
  });

  it("is alone as it was where no setting is chosen", async () => {
    const request = await sent(googleVertex, GEMINI, { vertex: people }, {});
    expect(request).toMatchObject({ generationConfig: { imageConfig: people.imageConfig } });
  });

  it("is known in another spelling", () => {
    const create = () =>
      backendOf(googleVertex, "http://127.0.0.1", GEMINI, { vertex: { image_config: { image_size: "1K" } } });
    expect(create).toThrow(/fixes it in providerOptions\.vertex\.image_config\.image_size/);
  });
});
