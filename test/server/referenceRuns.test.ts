import { MockImageModelV4 } from "ai/test";
import { describe, expect, it, vi } from "vitest";
import type { Generation, Reference } from "image-generation-node/contract";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type {
  GenerateImageRequest,
  GenerationJob,
  ImageModelEntry,
  ReferenceOptions,
} from "image-generation-node/server";
import { NAME, PHOTO, createReferenceBackend, holding, idsOf } from "./referenceBackend.js";
import { imageAnswer } from "./sdk/Sdk.js";
import { BASE, body, createImage, createTestBackend, succeed } from "./testBackend.js";

describe("a worker", () => {
  function createPair(references: true | ReferenceOptions = true) {
    const jobs: GenerationJob[] = [];
    const asked: GenerateImageRequest[] = [];
    const shared = {
      runs: memoryRunStore(),
      storage: memoryStorage(),
      signingSecret: "a secret for tests only, long enough to be taken",
      references,
      imageModels: {
        taker: {
          references: { max: 2 },
          model: {
            generate: (request: GenerateImageRequest) => {
              asked.push(request);
              return createImage(8, 8);
            },
          },
        },
      },
    };
    const runner = createGenerationRunner({
      ...shared,
      publicUrl: BASE,
      hooks: { onError: () => undefined },
    });
    const backend = createTestBackend({ ...shared, dispatch: async (job) => void jobs.push(job) });
    const run = async (references: readonly Reference[], rest: object, meanwhile = async () => {}) => {
      const request = body({ references }, rest as Record<string, unknown>);
      const accepted = await backend.post("/generations", request, { Prefer: "respond-async" });
      expect(accepted.status).toBe(202);
      const { id } = (await accepted.json()) as { id: string };
      const stored = (await shared.runs.get("workspace", id))?.request ?? "";
      await meanwhile();
      for (const job of jobs.splice(0)) await runner.execute(job);
      return { stored, status: (await (await backend.get(`/generations/${id}`)).json()) as Generation };
    };
    return { ...shared, asked, run };
  }

  it("reads the bytes again from the storage; the run's record has ids alone", async () => {
    const pair = createPair();
    const bytes = await createImage(20, 10);
    await pair.storage.put(bytes, { ...NAME, scope: "workspace", name: "a.png", attachmentId: "att_1" });
    const { stored, status } = await pair.run([PHOTO], holding([{ attachmentId: "att_1" }]));
    expect(pair.asked[0]?.references).toMatchObject([{ bytes, attachmentId: "att_1" }]);
    expect(status.references).toEqual([
      { attachmentId: "att_1", mimeType: "image/png", width: 20, height: 10 },
    ]);
    expect(stored.length).toBeLessThan(2_000);
  });

  it("needs the host's file no more once the run was accepted", async () => {
    let files: Uint8Array | null = await createImage(20, 10);
    const loadReference = vi.fn(async () => files);
    const pair = createPair({ loadReference });
    const { status, stored } = await pair.run([PHOTO], holding({ fileId: 7 }), async () => {
      files = null;
    });
    expect(status.status).toBe("succeeded");
    expect(idsOf(pair.asked)).toEqual([[expect.stringMatching(/^att_/)]]);
    expect(JSON.parse(stored)).toMatchObject({
      config: { references: [PHOTO] },
      input: { references: [{ attachmentId: expect.stringMatching(/^att_/) }] },
    });
    expect(loadReference).toHaveBeenCalledTimes(1);
  });

  it("ends a run whose picture was deleted in between, uncharged", async () => {
    const pair = createPair();
    await pair.storage.put(await createImage(8, 8), {
      ...NAME,
      scope: "workspace",
      name: "a",
      attachmentId: "att_1",
    });
    const { status } = await pair.run([{ attachmentId: "att_1" }], {}, async () =>
      pair.storage.delete?.("att_1"),
    );
    expect(status).toMatchObject({
      status: "failed",
      problem: { kind: "attachment_deleted", charged: false },
    });
    expect(pair.asked).toEqual([]);
  });
});

describe("a model of the AI SDK", () => {
  function createSdk(references?: ImageModelEntry["references"]) {
    const doGenerate = vi.fn(() => imageAnswer(8, 8));
    const model = new MockImageModelV4({ provider: "acme", doGenerate }) as never;
    const backend = createReferenceBackend({ imageModels: { taker: { model, references } } });
    return { ...backend, doGenerate };
  }

  it("gets the pictures as files beside the text, in order", async () => {
    const backend = createSdk({ max: 2 });
    const [one, two] = [await createImage(20, 10), await createImage(10, 30, "jpeg")];
    const ids = [await backend.keep(one), await backend.keep(two)];
    await succeed(await backend.generate(ids.map((attachmentId) => ({ attachmentId }))));
    const [call] = backend.doGenerate.mock.calls.flat() as unknown as { prompt: string; files: object[] }[];
    expect(call?.prompt).toBe("A red fox");
    expect(call?.files).toMatchObject([
      { type: "file", mediaType: "image/png", data: one },
      { type: "file", mediaType: "image/jpeg", data: two },
    ]);
  });

  it("is asked as before without any, and offers none until its entry says so", async () => {
    const backend = createSdk({ max: 2 });
    await succeed(await backend.generate([]));
    const [call] = backend.doGenerate.mock.calls.flat() as unknown as { files?: unknown }[];
    expect(call?.files).toBeUndefined();
    const plain = createSdk();
    const catalog = await (await plain.get("/catalog")).json();
    expect("references" in catalog.imageModels[0]).toBe(false);
  });
});
