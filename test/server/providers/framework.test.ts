import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createByteDance } from "@ai-sdk/bytedance";
import { createFireworks } from "@ai-sdk/fireworks";
import { createXai } from "@ai-sdk/xai";
import { createGuardedFetch } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { blackForestLabs } from "./cases/blackForestLabs.js";
import { xai } from "./cases/xai.js";
import { API_KEY } from "./ProviderCase.js";
import type { ProviderCase } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";

afterEach(() => vi.unstubAllGlobals());

/** Asks the first model of a case for an image, in the shape of the test's default. */
async function generate(provider: ProviderCase, picture: Uint8Array, entry: Partial<ImageModelEntry> = {}) {
  const fake = await startFakeProvider(provider);
  vi.stubGlobal("fetch", fake.fetch);
  fake.deliver(picture);
  const model = provider.create(fake.origin, provider.models[0]?.modelId ?? "");
  const backend = createTestBackend({
    imageModels: { "the/model": { model, imageUrls: "guarded", ...provider.entry, ...entry } },
  });
  const response = await backend.post("/generations", body({ aspectRatio: "landscape" }));
  await fake.close();
  return { status: response.status, seen: fake.seen };
}

describe("a real model at the guard of links", () => {
  const build = (model: ImageModelEntry["model"]) => () =>
    createTestBackend({ imageModels: { some: { model } } });
  const settings = { apiKey: API_KEY };
  const FIREWORKS = "accounts/fireworks/models";

  it.each([
    ["Fireworks Kontext", createFireworks(settings).image(`${FIREWORKS}/flux-kontext-pro`)],
    ["xAI, which may answer with a URL", createXai(settings).image("grok-imagine-image")],
  ])("needs one: %s", (_, model) => expect(build(model)).toThrow(/createGuardedFetch/));

  it.each([
    ["Fireworks FLUX", createFireworks(settings).image(`${FIREWORKS}/flux-1-dev-fp8`)],
    ["ByteDance, by an older specification", createByteDance(settings).image("seedream-4-5-251128")],
    ["guarded xAI", createXai({ ...settings, fetch: createGuardedFetch() }).image("grok-imagine-image")],
  ])("needs none: %s", (_, model) => expect(build(model)).not.toThrow());
});

describe("what a shape needs beside its ratio", () => {
  it("gives way to the host's own options, and leaves the others", async () => {
    const { seen } = await generate(blackForestLabs, await createImage(64, 36), {
      providerOptions: { blackForestLabs: { width: 512, outputFormat: "png" } },
    });
    expect(seen[0]?.body).toMatchObject({ width: 512, height: 768, output_format: "png" });
  });
});

describe("an answer that is looked at", () => {
  it("reaches the package whole, however long it is", async () => {
    const raw = { width: 640, height: 360, channels: 3 } as const;
    const noise = await sharp(randomBytes(640 * 360 * 3), { raw })
      .png()
      .toBuffer();
    expect(noise.byteLength).toBeGreaterThan(500_000);
    const answer: ProviderCase["answer"] = (step, image, request) => {
      const whole = xai.answer(step, image, request);
      // Without a length, nobody knows before how long it is.
      return new Response(whole.body, { headers: { "Content-Type": "application/json" } });
    };
    expect(await generate({ ...xai, answer }, noise)).toMatchObject({ status: 200 });
  });
});
