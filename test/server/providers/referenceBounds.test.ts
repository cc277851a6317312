import sharp from "sharp";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Generation, Problem } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { amazonBedrock } from "./cases/amazonBedrock.js";
import { google } from "./cases/google.js";
import { replicate } from "./cases/replicate.js";
import { PROMPT } from "./ProviderCase.js";
import type { ProviderCase } from "./ProviderCase.js";
import { startFakeProvider } from "./startFakeProvider.js";

afterEach(() => vi.unstubAllGlobals());

/** A picture of noise, which no format makes much smaller: about three bytes for each pixel as PNG. */
const noise = (width: number, height: number, quality?: number) => {
  const picture = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });
  return (quality === undefined ? picture.png() : picture.jpeg({ quality })).toBuffer();
};

/** Asks a model for an image of these pictures, and reads what its service was sent. */
async function hand(
  provider: ProviderCase,
  modelId: string,
  pictures: readonly Uint8Array[],
  references?: ImageModelEntry["references"],
) {
  const fake = await startFakeProvider(provider);
  fake.deliver(await createImage(64, 64));
  vi.stubGlobal("fetch", fake.fetch);
  const storage = memoryStorage();
  const model = provider.create(fake.origin, modelId);
  const own = { model, imageUrls: "guarded", ...provider.entry, ...(references && { references }) } as const;
  const backend = createTestBackend({ storage, references: true, imageModels: { "the/model": own } });
  const ids = pictures.map((_, place) => ({ attachmentId: `att_${place}` }));
  for (const [place, bytes] of pictures.entries()) {
    const details = { scope: "workspace", name: "a.png", sha256: "", context: {} };
    await storage.put(bytes, { ...details, attachmentId: `att_${place}` });
  }
  const response = await backend.post(
    "/generations",
    body({ references: ids, prompt: { template: PROMPT } }),
  );
  const answer = (await response.json()) as Pick<Generation, "references" | "warnings"> &
    Pick<Problem, "errors">;
  const [submit] = fake.seen.filter(({ step }) => step === "submit");
  const seen = submit ? await provider.references?.read(submit) : [];
  await fake.close();
  const sizes = await Promise.all(
    (seen ?? []).map(async ({ bytes }) => {
      const { width, height } = await sharp(bytes).metadata();
      return { width, height, length: bytes.byteLength };
    }),
  );
  return { answer, sizes, sent: submit?.bytes.byteLength ?? 0 };
}

const NOVA = "amazon.nova-canvas-v1:0";

describe("pictures whose sides a service bounds", () => {
  it("are made larger where they are too small, with a warning", async () => {
    const { answer, sizes } = await hand(amazonBedrock, NOVA, [await createImage(100, 50)]);
    expect(sizes).toMatchObject([{ width: 640, height: 320 }]);
    expect(answer.references).toMatchObject([{ width: 100, height: 50 }]);
    expect(answer.warnings).toMatchObject([
      {
        code: "reference_resized",
        params: { reference: 0, from: "100x50", to: "640x320" },
        message: expect.stringContaining("fewer than the model takes"),
      },
    ]);
  });

  it("are made smaller where one side is too long", async () => {
    const { answer, sizes } = await hand(amazonBedrock, NOVA, [await createImage(5_000, 500)]);
    expect(sizes).toMatchObject([{ width: 4_096, height: 409 }]);
    expect(answer.warnings).toMatchObject([{ code: "reference_resized" }]);
  });

  it("are refused before anything is sent where no size of their shape is within the bounds", async () => {
    const fine = await createImage(400, 400);
    const { answer, sent } = await hand(amazonBedrock, NOVA, [fine, await createImage(2_000, 100)]);
    expect(sent).toBe(0);
    expect(answer).toMatchObject({
      kind: "invalid_request",
      charged: false,
      errors: [{ pointer: "#/config/references/1", code: "reference_unfit" }],
    });
  });
});

describe("pictures whose bytes a service bounds together", () => {
  it("get smaller until they fit, the largest alone", async () => {
    const small = await noise(60, 60);
    const pictures = [await noise(300, 300), small, await noise(280, 280, 95)];
    const total = 90_000;
    const { answer, sizes } = await hand(google, "gemini-3-pro-image-preview", pictures, {
      max: 3,
      maxTotalBytes: total,
    });
    expect(answer).toMatchObject({ status: "succeeded" });
    expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(total);
    expect(sizes[1]).toEqual({ width: 60, height: 60, length: small.byteLength });
    const resized = answer.warnings?.filter(({ code }) => code === "reference_resized");
    expect(resized?.map(({ params }) => params?.["reference"])).toEqual([0, 2]);
    expect(answer.references).toMatchObject([{ width: 300 }, { width: 60 }, { width: 280 }]);
  });

  it("leave a request of Google's room for the text within 20 MB", () => {
    const limits = google.provider.references?.("gemini-3-pro-image-preview");
    expect(((limits?.maxTotalBytes ?? Infinity) * 4) / 3).toBeLessThan(20_000_000 - 1_000_000);
  });

  it("may be one picture as large as all of them at Replicate", () => {
    const of = (modelId: string) => replicate.provider.references?.(modelId);
    expect(of("google/nano-banana-pro")).toMatchObject({ maxBytes: 10_000_000, maxTotalBytes: 10_000_000 });
    expect(of("black-forest-labs/flux-kontext-pro")).toMatchObject({ maxBytes: 10_000_000 });
  });
});
