import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import type { ReferenceLimits, ReferenceOptions } from "image-generation-node/server";
import { isBarePicture } from "../../src/server/png/isBarePicture.js";
import { dotLanguage } from "../contract/languages.js";
import { PHOTO, createReferenceBackend, holding, idsOf, problemOf } from "./referenceBackend.js";
import { body, createImage, createTestBackend, succeed } from "./testBackend.js";

describe("the variables of references", () => {
  it("are loaded by reference, with the slugs that they name", async () => {
    const backend = createReferenceBackend({
      loadVariables: vi.fn(async () => ({ image_gen: { output: { attachmentId: "att_1" } } })),
    });
    const id = await backend.keep(await createImage(8, 8));
    const references = [{ value: "{{image_gen.output}}" }];
    await succeed(await backend.generate(references, { variables: null }));
    // The text needs no variables any more; the picture does.
    await succeed(await backend.generate(references, { variables: null, input: { resolved: "A fox" } }));
    expect(idsOf(backend.asked)).toEqual([[id], [id]]);
    const { loadVariables } = { loadVariables: vi.fn(async () => ({})) };
    const other = createReferenceBackend({ loadVariables });
    await other.generate(references, { variables: null });
    expect(loadVariables).toHaveBeenCalledWith(expect.objectContaining({ slugs: ["image_gen"] }));
  });

  it("are read by a host's own engine, whose text may be an id or JSON", async () => {
    const backend = createReferenceBackend({ resolveTemplate: dotLanguage.resolve });
    const [id, other] = [
      await backend.keep(await createImage(8, 8)),
      await backend.keep(await createImage(9, 9)),
    ];
    const variables = { start: { one: id, list: [{ attachmentId: id }, other], no: "nothing of ours" } };
    await succeed(await backend.generate([{ value: "<start.one>" }], { variables }));
    expect(idsOf(backend.asked)).toEqual([[id]]);
    const asJson = createReferenceBackend({
      storage: backend.storage,
      resolveTemplate: () => ({ text: ` ${JSON.stringify(variables.start.list)}`, diagnostics: [] }),
    });
    await succeed(await asJson.generate([{ value: "$start.list" }], { variables }));
    expect(idsOf(asJson.asked)).toEqual([[id, other]]);
    const refused = await problemOf(await backend.generate([{ value: "<start.no>" }], { variables }));
    expect(refused).toMatchObject({
      kind: "missing_variable",
      errors: [{ pointer: "#/config/references/0" }],
    });
    const gone = await problemOf(await backend.generate([{ value: "<start.gone>" }], { variables }));
    expect(gone).toMatchObject({ kind: "missing_variable", errors: [{ pointer: "#/config/references/0" }] });
  });

  it("must come resolved where the host resolves", async () => {
    const backend = createReferenceBackend({ templates: "client" });
    const id = await backend.keep(await createImage(8, 8));
    const input = { resolved: "A fox" };
    const refused = await problemOf(await backend.generate([{ value: "<start.one>" }], { input }));
    expect(refused).toMatchObject({
      kind: "invalid_template",
      errors: [{ pointer: "#/input/references", code: "unresolved_template" }],
    });
    await succeed(await backend.generate([{ attachmentId: id }], { input }));
    const references = [{ attachmentId: id }];
    await succeed(await backend.generate([{ value: "<start.one>" }], { input: { ...input, references } }));
    expect(idsOf(backend.asked)).toEqual([[id], [id]]);
  });
});

describe("a picture that does not fit the model", () => {
  const noise = async (width: number, height: number, format: "png" | "jpeg" = "png") => {
    const create = { width, height, channels: 3, noise: { type: "gaussian", mean: 99, sigma: 60 } };
    return new Uint8Array(
      await sharp({ create: { ...create, background: "#000" } as never })
        .toFormat(format)
        .toBuffer(),
    );
  };

  it.each<[string, Partial<ReferenceLimits>]>([
    ["bytes", { maxBytes: 60_000 }],
    ["pixels", { maxPixels: 20_000 }],
  ])("is made smaller where it has too many %s, in its shape and with a warning", async (_name, limits) => {
    const backend = createReferenceBackend({ limits });
    const id = await backend.keep(await noise(300, 150));
    const generation = await succeed(await backend.generate([{ attachmentId: id }]));
    const [picture] = backend.asked[0]?.references ?? [];
    const { bytes = new Uint8Array(1e6), width = 0, height = 0 } = picture ?? {};
    expect(bytes.byteLength).toBeLessThanOrEqual(limits.maxBytes ?? Infinity);
    expect(width * height).toBeLessThanOrEqual(limits.maxPixels ?? 300 * 150 - 1);
    expect(Math.abs(width / height - 2)).toBeLessThan(0.05);
    expect(generation.warnings).toMatchObject([
      { code: "reference_resized", params: { reference: 0, from: "300x150", to: `${width}x${height}` } },
    ]);
    expect(generation.references).toMatchObject([{ width: 300, height: 150 }]);
  });

  it.each<[readonly string[], string]>([
    [["image/png"], "image/png"],
    [["image/jpeg"], "image/jpeg"],
    [["image/webp", "image/jpeg"], "image/webp"],
  ])("of another format than %j becomes %s", async (mimeTypes, expected) => {
    const backend = createReferenceBackend({ limits: { mimeTypes, max: 3 } });
    const ids = [
      await backend.keep(await createImage(20, 10)),
      await backend.keep(await createImage(20, 10, "jpeg")),
      await backend.keep(await createImage(20, 10, "webp")),
    ];
    const generation = await succeed(await backend.generate(ids.map((attachmentId) => ({ attachmentId }))));
    const sent = backend.asked[0]?.references ?? [];
    expect(sent.map(({ mimeType }) => mimeTypes.includes(mimeType))).toEqual([true, true, true]);
    for (const { bytes, mimeType } of sent) {
      expect(`image/${(await sharp(bytes).metadata()).format}`).toBe(mimeType);
    }
    expect(expected === "image/webp" || sent.every(({ mimeType }) => mimeType === expected)).toBe(true);
    expect(generation.warnings).toEqual([]);
  });

  it("loses the metadata that a host's own storage kept, and stands upright", async () => {
    const backend = createReferenceBackend();
    const photo = await sharp(await createImage(40, 20, "jpeg"))
      .withExif({ IFD0: { Copyright: "Ada Lovelace" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const id = await backend.keep(new Uint8Array(photo));
    await succeed(await backend.generate([{ attachmentId: id }]));
    const [picture] = backend.asked[0]?.references ?? [];
    expect(picture).toMatchObject({ width: 20, height: 40, mimeType: "image/jpeg" });
    expect(isBarePicture(picture?.bytes ?? new Uint8Array(), "jpeg")).toBe(true);
  });

  it("ends the run uncharged where the storage holds no picture", async () => {
    const backend = createReferenceBackend();
    const id = await backend.keep(new TextEncoder().encode("<svg/>"));
    const problem = await problemOf(await backend.generate([{ attachmentId: id }]));
    expect(problem).toMatchObject({
      kind: "unsupported_media_type",
      charged: false,
      errors: [{ pointer: "#/config/references/0", code: "unsupported_media_type" }],
    });
    expect(backend.asked).toEqual([]);
  });
});

describe("a host whose files live elsewhere", () => {
  const withHost = (loadReference: ReferenceOptions["loadReference"]) =>
    createReferenceBackend({ references: { loadReference } });

  it("loads them by their value, within the caller's workspace, and each is stored once", async () => {
    const photo = await sharp(await createImage(40, 20, "jpeg"))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const loadReference = vi.fn(async () => new Uint8Array(photo));
    const backend = withHost(loadReference);
    const put = vi.spyOn(backend.storage, "put");
    const file = { fileId: "file_7", url: "https://files.example/7" };
    const send = () => backend.generate([PHOTO], holding(file));
    const [one, two] = [await succeed(await send()), await succeed(await send())];
    expect(loadReference).toHaveBeenCalledWith({
      scope: "workspace",
      value: file,
      signal: expect.any(AbortSignal),
    });
    expect(one.references).toMatchObject([{ mimeType: "image/jpeg", width: 20, height: 40 }]);
    expect(two.references).toEqual(one.references);
    expect(put.mock.calls.filter(([, { name }]) => name.startsWith("workflow_image_reference"))).toHaveLength(
      1,
    );
    await succeed(await backend.generate([{ attachmentId: one.references?.[0]?.attachmentId ?? "" }]));
  });

  it("is not asked for what the storage has, whoever owns it", async () => {
    const loadReference = vi.fn(async () => createImage(8, 8));
    const backend = withHost(loadReference);
    const own = await backend.keep(await createImage(8, 8));
    const foreign = await backend.keep(await createImage(8, 8), "other");
    await succeed(await backend.generate([{ attachmentId: own }]));
    expect((await backend.generate([{ attachmentId: foreign }])).status).toBe(404);
    expect(loadReference).not.toHaveBeenCalled();
    await succeed(await backend.generate([{ attachmentId: "file_9" }]));
    expect(loadReference).toHaveBeenCalledWith(expect.objectContaining({ value: "file_9" }));
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ["has none", async () => null, { kind: "not_found", errors: [{ code: "reference_not_found" }] }],
    ["gives a text", async () => new TextEncoder().encode("no"), { kind: "unsupported_media_type" }],
    ["gives no bytes", async () => "bytes", { kind: "internal" }],
    ["throws", () => Promise.reject(new Error("secret")), { kind: "internal" }],
  ])("refuses the request where it %s", async (_name, load, expected) => {
    const backend = withHost(load as ReferenceOptions["loadReference"]);
    const problem = await problemOf(await backend.generate([PHOTO], holding({ fileId: 1 })));
    expect(problem).toMatchObject({ ...expected, charged: false });
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(backend.asked).toEqual([]);
  });

  it("is given up on when the time is over", async () => {
    const signals: AbortSignal[] = [];
    const own = createTestBackend({
      imageModels: { taker: { model: { generate: () => createImage(8, 8) }, references: { max: 1 } } },
      limits: { timeoutMs: 30 },
      references: {
        loadReference: ({ signal }) => {
          signals.push(signal);
          return new Promise(() => undefined);
        },
      },
    });
    const answer = await own.post("/generations", body({ references: [PHOTO] }, holding({ fileId: 1 })));
    expect(await problemOf(answer)).toMatchObject({ kind: "timeout", charged: false });
    expect(signals[0]?.aborted).toBe(true);
  });
});
