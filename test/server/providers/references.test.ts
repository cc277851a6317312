import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Catalog, Generation, Problem, Upload } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { BASE, body, createImage, createTestBackend } from "../testBackend.js";
import { CASES } from "./cases/index.js";
import { PROMPT } from "./ProviderCase.js";
import type { ProviderCase, SeenPicture } from "./ProviderCase.js";
import { membersOf } from "./readPictures.js";
import { startFakeProvider } from "./startFakeProvider.js";
import type { FakeProvider } from "./startFakeProvider.js";

/** Most pictures that any model takes, and one more. */
const MOST = 17;
const storage = memoryStorage();
/** Pictures of the storage, each of another width, PNG and JPEG by turns. */
const pictures: { attachmentId: string; bytes: Uint8Array; width: number }[] = [];

beforeAll(async () => {
  const model = { generate: () => createImage(8, 8) };
  const uploads = createTestBackend({
    storage,
    references: true,
    imageModels: { any: { model, references: { max: 1 } } },
  });
  for (let place = 0; place < MOST; place += 1) {
    const width = 330 + place;
    const bytes = await createImage(width, 320, place % 2 === 0 ? "png" : "jpeg");
    const response = await uploads.handler(
      new Request(`${BASE}/attachments`, {
        method: "POST",
        headers: { "Content-Type": "image/png", "Idempotency-Key": randomBytes(16).toString("hex") },
        body: Buffer.from(bytes),
      }),
    );
    expect(response.status).toBe(201);
    const { attachmentId } = (await response.json()) as Upload;
    const kept = await storage.read(attachmentId);
    pictures.push({ attachmentId, bytes: kept ?? new Uint8Array(), width });
  }
});

const idsOf = ({ models, references, settings }: ProviderCase) => [
  ...new Set([
    ...models.map(({ modelId }) => modelId),
    ...Object.keys(settings),
    ...Object.keys(references?.models ?? {}),
  ]),
];

describe.each(CASES.map((each) => [each.provider.packageName, each] as const))(
  "pictures for %s",
  (_, each) => {
    const { provider, references } = each;
    const taken = Object.entries(references?.models ?? {}).map(([modelId, max]) => ({ modelId, max }));
    const needing = taken.filter(({ modelId }) => (provider.references?.(modelId)?.min ?? 0) > 0);
    // One that nobody has heard of is known to take none.
    const without = [...idsOf(each), "acme/model-of-tomorrow"].filter(
      (modelId) => references?.models[modelId] === undefined,
    );
    let fake: FakeProvider;

    beforeAll(async () => {
      fake = await startFakeProvider(each);
      fake.deliver(await createImage(64, 64));
    });
    afterAll(() => fake.close());
    afterEach(() => {
      fake.reset();
      vi.unstubAllGlobals();
    });

    const backendOf = (modelId: string, entry: Partial<ImageModelEntry> = {}) => {
      vi.stubGlobal("fetch", fake.fetch);
      const model = each.create(fake.origin, modelId);
      const own = { model, imageUrls: "guarded", ...each.entry, ...entry } as const;
      return createTestBackend({ storage, references: true, imageModels: { "the/model": own } });
    };
    const ask = async (modelId: string, count: number, entry: Partial<ImageModelEntry> = {}) => {
      const max = entry.references ? count : (references?.models[modelId] ?? 0);
      const config = {
        // Every model has a square.
        aspectRatio: count > max ? ("square" as const) : ("landscape" as const),
        prompt: { template: PROMPT },
        references: pictures.slice(0, count).map(({ attachmentId }) => ({ attachmentId })),
      };
      const answer: unknown = await (
        await backendOf(modelId, entry).post("/generations", body(config))
      ).json();
      return answer as Pick<Generation, "references" | "warnings"> & Pick<Problem, "errors">;
    };
    const submits = () => fake.seen.filter(({ step }) => step === "submit");

    if (taken.length > 0) {
      const rows = taken.flatMap(({ modelId, max }) =>
        [...new Set([1, Math.min(2, max), max])].map((count) => ({ modelId, count })),
      );
      it.each(rows)("hand $count to $modelId, in order and as they are", async ({ modelId, count }) => {
        const generation = await ask(modelId, count);
        expect(generation).toMatchObject({ status: "succeeded" });
        expect(generation.references).toMatchObject(
          pictures.slice(0, count).map(({ attachmentId }) => ({ attachmentId })),
        );
        expect(generation.warnings ?? []).not.toContainEqual(
          expect.objectContaining({ code: expect.stringMatching(/^(?:references_|unsupported_setting)/) }),
        );
        expect(submits()).toHaveLength(1);
        const [submit] = submits();
        if (!submit || !references) throw new Error("Nothing was sent.");
        await expectPictures(await references.read(submit), provider.references?.(modelId)?.mimeTypes ?? []);
        expect(fake.accepted()).toBe(1);

        async function expectPictures(seen: readonly SeenPicture[], mimeTypes: readonly string[]) {
          expect(seen).toHaveLength(count);
          for (const [place, { mimeType, bytes }] of seen.entries()) {
            const { format, width } = await sharp(bytes).metadata();
            expect([place, width]).toEqual([place, pictures[place]?.width]);
            expect(mimeTypes).toContain(`image/${format}`);
            if (mimeType !== null) expect(mimeType).toBe(`image/${format}`);
            if (mimeTypes.includes("image/png")) {
              expect(Buffer.from(bytes).equals(pictures[place]?.bytes ?? Buffer.alloc(0))).toBe(true);
            }
          }
        }
      });

      const shaped = each.models.filter(({ modelId }) => references?.models[modelId] !== undefined);
      it.each([...shaped, ...(shaped.length === 0 ? taken : [])])(
        "leave prompt and shape of $modelId as they were",
        async ({ modelId }) => {
          await ask(modelId, 0, { references: { max: 1, min: 0 } });
          const [plain] = submits();
          fake.reset();
          await ask(modelId, 1);
          const [submit] = submits();
          if (!plain || !submit) throw new Error("Nothing was sent.");
          // Without pictures no other address is asked.
          expect(plain.path).not.toMatch(/edits$/);
          const before = JSON.stringify(await membersOf(plain));
          const after = await membersOf(submit);
          expect(JSON.stringify(after)).toContain(PROMPT);
          const shape =
            /"(?:size|width|aspect_?[rR]atio|image_size)":(?:"[^"]*"|\{[^}]*\}|\d+)/.exec(before)?.[0] ?? "";
          const value = shape.slice(shape.indexOf(":") + 1).replaceAll('"', "");
          expect(value).not.toBe("");
          expect(JSON.stringify(after).replaceAll('"', "")).toContain(value);
        },
      );

      it.each(taken)(
        "are refused before anything is sent where $modelId takes fewer",
        async ({ modelId, max }) => {
          const problem = await ask(modelId, max + 1);
          expect(problem).toMatchObject({ kind: "invalid_request", charged: false });
          expect(problem.errors).toMatchObject([
            { pointer: `#/config/references/${max}`, code: "too_many_references" },
          ]);
          expect(fake.seen).toEqual([]);
        },
      );

      if (needing.length > 0) {
        it.each(needing)(
          "are asked for before anything is sent where $modelId needs some",
          async ({ modelId }) => {
            const catalog = (await (await backendOf(modelId).get("/catalog")).json()) as Catalog;
            expect(catalog.imageModels[0]?.references).toMatchObject({ min: 1 });
            const problem = await ask(modelId, 0);
            expect(problem).toMatchObject({ kind: "invalid_request", charged: false });
            expect(problem.errors).toMatchObject([
              {
                pointer: "#/config/references",
                code: "too_few_references",
                detail: expect.stringMatching(/picture/),
              },
            ]);
            expect(fake.seen).toEqual([]);
          },
        );
      }

      it("are made smaller where the entry's bounds are lower, and another format where it takes one alone", async () => {
        const [{ modelId } = { modelId: "" }] = taken;
        const bounds = { max: 1, mimeTypes: ["image/jpeg"], maxPixels: 10_000, minSide: 1 };
        const generation = await ask(modelId, 1, { references: bounds });
        expect(generation.warnings?.map(({ code }) => code)).toContain("reference_resized");
        const [submit] = submits();
        const [seen] = (submit && (await references?.read(submit))) ?? [];
        const { format, width = 0, height = 0 } = await sharp(seen?.bytes).metadata();
        expect([format, width * height <= 10_000]).toEqual(["jpeg", true]);
      });
    }

    it.each(without)("are never sent to %s", async (modelId) => {
      const catalog = (await (await backendOf(modelId).get("/catalog")).json()) as Catalog;
      expect(catalog.imageModels[0]).not.toHaveProperty("references");
      const problem = await ask(modelId, 1);
      expect(problem).toMatchObject({ kind: "invalid_request", charged: false });
      expect(problem.errors).toMatchObject([
        { pointer: "#/config/references/0", code: "references_unsupported" },
      ]);
      expect(fake.seen).toEqual([]);
    });
  },
);

describe("the bounds of all providers", () => {
  it("are bounds that an entry may have, in formats that a back end makes", () => {
    for (const each of CASES) {
      for (const modelId of idsOf(each)) {
        const limits = each.provider.references?.(modelId);
        if (!limits) continue;
        expect(limits.max).toBe(each.references?.models[modelId]);
        expect(limits.min ?? 0).toBe(each.references?.needed?.includes(modelId) ? 1 : 0);
        const model = { generate: () => createImage(8, 8) };
        const offer = () => createTestBackend({ imageModels: { any: { model, references: limits } } });
        expect(offer).not.toThrow();
        expect(limits.mimeTypes).toContain("image/jpeg");
      }
    }
  });
});
