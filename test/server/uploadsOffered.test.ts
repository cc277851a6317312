import { describe, expect, it } from "vitest";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { BASE, body, createImage, createTestBackend } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";
import { TAKES, createUploadBackend } from "./uploadBackend.js";

describe("a back end that takes no pictures in", () => {
  it.each<[string, TestBackendOptions]>([
    ["without the option", { references: undefined }],
    [
      "without a model that takes some",
      { imageModels: { plain: { model: { generate: () => createImage(8, 8) } } } },
    ],
  ])("has no POST /attachments and says nothing in the catalog (%s)", async (_name, options) => {
    const backend = createUploadBackend(options);
    expect((await backend.upload(await createImage(8, 8))).status).toBe(404);
    const catalog = await (await backend.get("/catalog")).json();
    expect(Object.keys(catalog.features)).not.toContain("uploads");
    expect(Object.keys(catalog.limits)).toEqual(["timeoutMs", "maxQueueMs", "maxBodyBytes", "urlTtlSeconds"]);
    expect(JSON.stringify(catalog)).not.toContain("references");
    expect(backend.put).not.toHaveBeenCalled();
    expect((await backend.post("/generations", body())).status).toBe(200);
  });

  it("answers 404 to other methods of it too", async () => {
    const backend = createUploadBackend({ references: undefined });
    expect((await backend.get("/attachments")).status).toBe(404);
    expect((await createUploadBackend().get("/attachments")).status).toBe(405);
  });
});

describe("the option references", () => {
  it("is offered in the catalog with the model's bounds and those of uploads", async () => {
    const references = { max: 3, mimeTypes: ["image/png"], maxBytes: 50_000, maxPixels: 1_000_000 };
    const backend = createUploadBackend({
      imageModels: { taker: { ...TAKES, references }, plain: { model: TAKES.model } },
      references: { maxUploadBytes: 1_000, maxPixels: 2_000 },
    });
    const catalog = await (await backend.get("/catalog")).json();
    expect(catalog.imageModels[0].references).toEqual({ max: 3, mimeTypes: ["image/png"], maxBytes: 50_000 });
    expect("references" in catalog.imageModels[1]).toBe(false);
    expect(catalog.features.uploads).toBe(true);
    expect(catalog.limits).toMatchObject({ maxUploadBytes: 1_000, maxPixels: 2_000 });
  });

  it.each<[unknown, RegExp]>([
    [false, /`references` as true or as an object/],
    [{ maxBytes: 5 }, /references\.maxBytes/],
    [{ maxPixels: 0 }, /maxPixels/],
    [{ loadReference: "no" }, /`references\.loadReference` as a function/],
  ])("refuses %j when the handler is made", (references, words) => {
    const make = () =>
      createImageNodeHandler({
        imageModels: {},
        storage: memoryStorage(),
        signingSecret: "a secret for tests only, long enough to be taken",
        dangerouslyAllowAnonymous: true,
        publicUrl: BASE,
        references: references as true,
      });
    expect(make).toThrow(words);
  });

  it.each<[unknown, RegExp]>([
    [true, /`references` as an object/],
    [{ max: 0 }, /references\.max/],
    [{ max: 1.5 }, /references\.max/],
    [{ max: 1, maxBytes: 5 }, /references\.maxBytes/],
    [{ max: 1, mimeTypes: [] }, /references\.mimeTypes/],
    [{ max: 1, mimeTypes: ["image/gif"] }, /references\.mimeTypes/],
    [{ max: 1, maxPixel: 5 }, /references\.maxPixel/],
    [{ max: 2, min: 3 }, /references\.min`.*no more than its `max`, 2/],
    [{ max: 2, min: 0.5 }, /references\.min/],
    [{ max: 2, minSide: 320, maxSide: 300 }, /references\.minSide`.*300 at most/],
    [{ max: 2, minSide: 320, maxPixels: 10_000 }, /references\.minSide`.*100 at most/],
    [{ max: 2, maxSide: 10 }, /references\.maxSide/],
    [{ max: 3, maxTotalBytes: 20_000 }, /references\.maxTotalBytes`.*30000 at least/],
  ])("of a model is refused as %j", (references, words) => {
    const imageModels = { taker: { ...TAKES, references: references as { max: number } } };
    expect(() => createTestBackend({ imageModels })).toThrow(words);
  });
});
