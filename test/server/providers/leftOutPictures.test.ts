import { generateImage } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Generation } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { ImageModelEntry, SdkModel } from "image-generation-node/server";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { fireworks } from "./cases/fireworks.js";
import { luma } from "./cases/luma.js";
import { openai } from "./cases/openai.js";
import { prodia } from "./cases/prodia.js";
import { replicate } from "./cases/replicate.js";
import { togetherai } from "./cases/togetherai.js";
import type { ProviderCase } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";

afterEach(() => vi.unstubAllGlobals());

/** Starts a fake of a service, whose answers are small pictures. */
async function start(provider: ProviderCase) {
  const fake = await startFakeProvider(provider);
  fake.deliver(await createImage(64, 64));
  vi.stubGlobal("fetch", fake.fetch);
  return fake;
}

// The reasons why these models offer no pictures, or get them another way. One that fails tells that a package has changed.
describe("packages of the AI SDK still", () => {
  const draw = async (provider: ProviderCase, modelId: string) => {
    const fake = await start(provider);
    const images = [await createImage(32, 32), await createImage(33, 32)];
    const result = await generateImage({
      model: provider.create(fake.origin, modelId) as Parameters<typeof generateImage>[0]["model"],
      prompt: { text: "a fox", images },
      providerOptions: { replicate: { pollIntervalMillis: 1 } },
      maxRetries: 0,
    }).then(
      ({ warnings }) => JSON.stringify(warnings),
      (error: unknown) => String(error),
    );
    const sent = JSON.stringify(fake.seen.find(({ step }) => step === "submit")?.body ?? null);
    await fake.close();
    return { result, sent };
  };

  it("leave pictures out for Prodia without a word", async () => {
    const { result, sent } = await draw(prodia, "inference.sdxl.txt2img.v1");
    expect(result).not.toMatch(/image/i);
    expect(sent).toContain("a fox");
    expect(sent).not.toMatch(/image/i);
  });

  it("take no bytes for Luma", async () => {
    const { result, sent } = await draw(luma, "photon-1");
    expect(result).toMatch(/URL/);
    expect(sent).toBe("null");
  });

  it("put pictures for FLUX.2 where Replicate's models have no field", async () => {
    const { sent } = await draw(replicate, "black-forest-labs/flux-2-pro");
    expect(sent).toContain('"input_image_2"');
    expect(sent).not.toContain('"input_images"');
  });

  it("send pictures to models of Fireworks that have no place for one", async () => {
    const { sent } = await draw(fireworks, "accounts/fireworks/models/flux-1-dev-fp8");
    expect(sent).toContain('"input_image"');
  });
});

describe("an entry of the host's own", () => {
  const run = async (provider: ProviderCase, modelId: string, references: ImageModelEntry["references"]) => {
    const fake = await start(provider);
    const storage = memoryStorage();
    const model = provider.create(fake.origin, modelId);
    const backend = createTestBackend({
      storage,
      references: true,
      imageModels: { "the/model": { model, ...provider.entry, references } },
    });
    const ids = ["one", "two"];
    for (const attachmentId of ids) {
      const details = {
        attachmentId,
        scope: "workspace",
        name: attachmentId,
        sha256: "",
        context: {},
        mimeType: "image/png",
      };
      await storage.put(await createImage(32, 32), details);
    }
    const config = { references: ids.map((attachmentId) => ({ attachmentId })) };
    const generation = (await (await backend.post("/generations", body(config))).json()) as Generation;
    await fake.close();
    return { generation, seen: fake.seen };
  };

  it("gets a warning where the package says that it left pictures out", async () => {
    const { generation } = await run(togetherai, "a/model-of-tomorrow", { max: 2 });
    expect(generation).toMatchObject({ status: "succeeded" });
    const [warning] = generation.warnings?.filter(({ code }) => code === "references_ignored") ?? [];
    expect(warning).toMatchObject({ params: { count: 2 }, message: expect.stringMatching(/left some out/) });
  });

  it("gets none where all were sent", async () => {
    const { generation } = await run(openai, "a-model-of-tomorrow", { max: 2 });
    expect(generation).toMatchObject({ status: "succeeded" });
    expect(generation.warnings?.map(({ code }) => code) ?? []).not.toContain("references_ignored");
  });

  it.each([
    ["DALL-E 3", openai, "dall-e-3"],
    ["FLUX.1 at Fireworks", fireworks, "accounts/fireworks/models/flux-1-dev-fp8"],
  ] as const)("is refused where the package says that %s takes none", (_, provider, modelId) => {
    const model: SdkModel = provider.create("http://127.0.0.1:9", modelId);
    const offer = () =>
      createTestBackend({ imageModels: { "the/model": { model, references: { max: 1 } } } });
    expect(offer).toThrow(/its package says that it takes no pictures/);
  });
});
