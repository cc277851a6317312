import { MockImageModelV4 } from "ai/test";
import sharp from "sharp";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { problemSchema } from "image-generation-node/contract";
import type { Generation, Reference } from "image-generation-node/contract";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type {
  GenerateImageRequest,
  GenerationJob,
  ImageModelEntry,
  ReferenceLimits,
  ReferenceOptions,
} from "image-generation-node/server";
import { isBarePicture } from "../../src/server/png/isBarePicture.js";
import { dotLanguage } from "../contract/languages.js";
import { imageAnswer } from "./sdk/Sdk.js";
import { BASE, VARIABLES, body, createImage, createTestBackend, succeed } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";

const NAME = { context: {}, sha256: "00" };

/** A back end whose models take two pictures, one picture of one type, and none; `keep` stores a picture. */
function createBackend({
  limits,
  ...options
}: Omit<TestBackendOptions, "limits"> & { limits?: Partial<ReferenceLimits> } = {}) {
  const asked: GenerateImageRequest[] = [];
  const model = {
    generate: (request: GenerateImageRequest) => {
      asked.push(request);
      return createImage(8, 8);
    },
  };
  const imageModels: Record<string, ImageModelEntry> = {
    taker: { label: "Taker", model, references: { max: 2, ...limits } },
    plain: { label: "Plain", model },
  };
  const storage = options.storage ?? memoryStorage();
  const backend = createTestBackend({ imageModels, references: true, ...options, storage });
  let count = 0;
  const keep = async (bytes: Uint8Array, scope = "workspace", name = "a.png") => {
    count += 1;
    const attachmentId = `att_${count}`;
    await storage.put(bytes, { ...NAME, scope, name, attachmentId });
    return attachmentId;
  };
  const generate = (
    references: readonly Reference[],
    rest: Record<string, unknown> = {},
    imageModel = "taker",
  ) => backend.post("/generations", body({ references, imageModel }, rest));
  return { ...backend, asked, keep, generate, storage };
}

const problemOf = async (response: Response) => problemSchema.parse(await response.json());
const idsOf = (asked: readonly GenerateImageRequest[]) =>
  asked.map(({ references }) => references?.map(({ attachmentId }) => attachmentId));

/** Variables of a node whose output holds `photo`. */
const holding = (photo: unknown) => ({ variables: { ...VARIABLES, agent: { output: { photo } } } });
const PHOTO = { value: "{{agent.output.photo}}" };

describe("the references of a generation", () => {
  it("reach the model in order, with their bytes, and stand in the answer beside the output", async () => {
    const backend = createBackend();
    const [one, two] = [await createImage(20, 10), await createImage(10, 30, "jpeg")];
    const ids = [await backend.keep(one), await backend.keep(two)];
    const generation = await succeed(
      await backend.generate([{ attachmentId: "att_2" }, { attachmentId: "att_1" }]),
    );
    expect(backend.asked[0]?.references).toEqual([
      { bytes: two, mimeType: "image/jpeg", width: 10, height: 30, attachmentId: ids[1] },
      { bytes: one, mimeType: "image/png", width: 20, height: 10, attachmentId: ids[0] },
    ]);
    const named = [
      { attachmentId: ids[1], mimeType: "image/jpeg", width: 10, height: 30 },
      { attachmentId: ids[0], mimeType: "image/png", width: 20, height: 10 },
    ];
    expect(generation.references).toEqual(named);
    expect(JSON.stringify(generation.output)).not.toContain("references");
    expect(generation.warnings).toEqual([]);
    expect(await (await backend.get(`/generations/${generation.id}`)).json()).toMatchObject({
      references: named,
    });
  });

  it("are not spoken of where there are none", async () => {
    const backend = createBackend();
    const generation = await succeed(await backend.post("/generations", body({ imageModel: "taker" })));
    expect("references" in generation).toBe(false);
    expect(backend.asked.map((request) => "references" in request)).toEqual([false]);
  });

  it("take the image of the step before by its output", async () => {
    const backend = createBackend();
    const before = await succeed(await backend.post("/generations", body({ imageModel: "plain" })));
    const variables = { image_gen: { output: before.output } };
    const edited = await succeed(await backend.generate([{ value: "{{image_gen.output}}" }], { variables }));
    expect(edited.references?.map(({ attachmentId }) => attachmentId)).toEqual([before.output.attachmentId]);
  });

  it.each<[string, (id: string, other: string) => unknown, (id: string, other: string) => string[]]>([
    ["an attachment id", (id) => id, (id) => [id]],
    ["a list of files", (id, other) => [{ path: "/a", attachmentId: id }, other], (id, other) => [id, other]],
    ["lists within lists", (id, other) => [[id], [null, [other]]], (id, other) => [id, other]],
  ])("follow %s", async (_name, make, expected) => {
    const backend = createBackend();
    const [id, other] = [
      await backend.keep(await createImage(8, 8)),
      await backend.keep(await createImage(9, 9)),
    ];
    await succeed(await backend.generate([PHOTO], holding(make(id, other))));
    expect(idsOf(backend.asked)).toEqual([expected(id, other)]);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["an empty list", []],
    ["an empty text", ""],
  ])("are left out with a warning where the variable holds %s", async (_name, value) => {
    const backend = createBackend();
    const generation = await succeed(await backend.generate([PHOTO], holding(value)));
    expect(generation.warnings).toMatchObject([
      { code: "reference_empty", params: { reference: 0, variable: "agent.output.photo" } },
    ]);
    expect("references" in generation).toBe(false);
    expect("references" in (backend.asked[0] ?? {})).toBe(false);
  });

  it("follow the rules of templates: a part that may be absent, and a default", async () => {
    const backend = createBackend();
    const id = await backend.keep(await createImage(8, 8));
    const references = [
      { value: "{{agent?.output?.gone}}" },
      { value: `{{agent.output.gone ?? "${id}"}}` },
      { value: "{{agent.output.gone}}" },
    ];
    await succeed(await backend.generate(references.slice(0, 2), holding(1)));
    expect(idsOf(backend.asked)).toEqual([[id]]);
    const problem = await problemOf(await backend.generate(references.slice(2), holding(1)));
    expect(problem).toMatchObject({
      kind: "missing_variable",
      errors: [{ pointer: "#/config/references/0", code: "missing_variable", variable: "agent.output.gone" }],
    });
    expect(backend.asked).toHaveLength(1);
  });

  it.each<[unknown, RegExp]>([
    [5, /a number/],
    ["a red fox", /a text that is no attachment id/],
    ["https://example.com/photo.png", /a text that is no attachment id/],
    ["http://169.254.169.254/latest/meta-data", /a text that is no attachment id/],
    [
      { url: "https://example.com/a.png", imageUrl: "http://127.0.0.1/a.png" },
      /an object without an attachmentId/,
    ],
    [{ path: "/mnt/data/a.png" }, /an object without an attachmentId/],
  ])("refuse %j with what was found, and fetch nothing", async (value, words) => {
    const fetched = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => fetched.mockRestore());
    const backend = createBackend();
    const id = await backend.keep(await createImage(8, 8));
    const problem = await problemOf(await backend.generate([{ attachmentId: id }, PHOTO], holding(value)));
    expect(problem).toMatchObject({ kind: "missing_variable", status: 422, charged: false });
    expect(problem.errors).toMatchObject([
      { pointer: "#/config/references/1", code: "missing_variable", variable: "agent.output.photo" },
    ]);
    expect(problem.errors?.[0]?.detail).toMatch(words);
    expect([backend.asked.length, fetched.mock.calls.length]).toEqual([0, 0]);
  });

  it("refuse another workspace's picture as one that is not there", async () => {
    const backend = createBackend();
    const foreign = await backend.keep(await createImage(8, 8), "other");
    const gone = await problemOf(await backend.generate([{ attachmentId: "att_none" }]));
    for (const [references, rest, pointer] of [
      [[{ attachmentId: foreign }], {}, "#/config/references/0"],
      [[PHOTO], holding({ attachmentId: foreign }), "#/config/references/0"],
      [[PHOTO], { input: { references: [{ attachmentId: foreign }] } }, "#/input/references/0"],
    ] as const) {
      const problem = await problemOf(await backend.generate(references, rest));
      expect(problem).toMatchObject({ kind: "not_found", status: 404, charged: false, detail: gone.detail });
      expect(problem.errors).toMatchObject([{ pointer, code: "reference_not_found" }]);
    }
    expect(backend.asked).toEqual([]);
  });

  it("refuse a picture that was deleted, also where that happens on the way", async () => {
    const backend = createBackend();
    const id = await backend.keep(await createImage(8, 8));
    await backend.storage.delete?.(id);
    const expected = { kind: "attachment_deleted", status: 410, charged: false };
    const errors = [{ pointer: "#/config/references/0", code: "attachment_deleted" }];
    expect(await problemOf(await backend.generate([{ attachmentId: id }]))).toMatchObject({
      ...expected,
      errors,
    });
    const late = await backend.keep(await createImage(8, 8));
    vi.spyOn(backend.storage, "read").mockResolvedValueOnce(null);
    expect(await problemOf(await backend.generate([{ attachmentId: late }]))).toMatchObject({
      ...expected,
      errors,
    });
    expect(backend.asked).toEqual([]);
  });

  it("refuse more than the model takes, by their places, before anything is spent", async () => {
    const backend = createBackend();
    const id = await backend.keep(await createImage(8, 8));
    const one = { attachmentId: id };
    const code = "too_many_references";
    const many = await problemOf(await backend.generate([one, one, one]));
    expect(many).toMatchObject({
      kind: "invalid_request",
      errors: [{ pointer: "#/config/references/2", code }],
    });
    const list = await problemOf(await backend.generate([one, PHOTO], holding([id, id])));
    expect(list).toMatchObject({
      kind: "invalid_request",
      errors: [{ pointer: "#/config/references/1", code }],
    });
    const named = await problemOf(await backend.generate([], { input: { references: [one, one, one] } }));
    expect(named).toMatchObject({ errors: [{ pointer: "#/input/references/2", code }] });
    expect(backend.asked).toEqual([]);
  });

  it.each<[string, Pick<TestBackendOptions, "references">, string]>([
    ["a model that takes none", {}, "plain"],
    ["a back end without the option", { references: undefined }, "taker"],
  ])("are refused by %s, which gets nothing sent", async (_name, options, imageModel) => {
    const backend = createBackend(options);
    const one = { attachmentId: await backend.keep(await createImage(8, 8)) };
    const code = "references_unsupported";
    const problem = await problemOf(await backend.generate([one, PHOTO], {}, imageModel));
    expect(problem).toMatchObject({
      kind: "invalid_request",
      errors: [
        { pointer: "#/config/references/0", code },
        { pointer: "#/config/references/1", code },
      ],
    });
    const named = await backend.generate([], { input: { references: [one] } }, imageModel);
    expect(await problemOf(named)).toMatchObject({ errors: [{ pointer: "#/input/references/0", code }] });
    expect(backend.asked).toEqual([]);
    await succeed(await backend.generate([], {}, imageModel));
    expect("references" in (backend.asked[0] ?? {})).toBe(false);
  });

  it("are refused where they are none, with the reason", async () => {
    const backend = createBackend();
    const problem = await problemOf(
      await backend.generate([{ value: "see {{agent.output}}" }, { role: "x" }]),
    );
    expect(problem.errors).toMatchObject([
      { pointer: "#/config/references/0", code: "invalid_reference", reason: "not_one_variable" },
      { pointer: "#/config/references/1", code: "invalid_reference", reason: "nothing" },
    ]);
  });

  it("are replaced by those of the input, in whatever language the configuration's are", async () => {
    const backend = createBackend();
    const id = await backend.keep(await createImage(8, 8));
    const input = { references: [{ attachmentId: id }] };
    await succeed(await backend.generate([{ value: "%agent.photo%" }], { input }));
    await succeed(await backend.generate([PHOTO, PHOTO, PHOTO], { input: { references: [] } }));
    expect(idsOf(backend.asked)).toEqual([[id], undefined]);
  });

  it("are one body for one key: the same bytes are the same run", async () => {
    const backend = createBackend();
    const ids = [await backend.keep(await createImage(8, 8)), await backend.keep(await createImage(9, 9))];
    const send = (attachmentId = "") =>
      backend.post("/generations", body({ references: [{ attachmentId }], imageModel: "taker" }), {
        "Idempotency-Key": "one",
      });
    const first = await succeed(await send(ids[0]));
    const again = await send(ids[0]);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect((await succeed(again)).references).toEqual(first.references);
    expect(await problemOf(await send(ids[1]))).toMatchObject({ kind: "idempotency_mismatch" });
    expect(backend.asked).toHaveLength(1);
  });

  it("are counted in the price", async () => {
    const price = { currency: "USD", min: "0.04", max: "0.04", perReference: "0.01" };
    const model = { generate: () => createImage(8, 8) };
    const backend = createBackend({ imageModels: { taker: { model, price, references: { max: 2 } } } });
    const one = { attachmentId: await backend.keep(await createImage(8, 8)) };
    const { usage } = await succeed(await backend.generate([one, one]));
    expect(usage?.items).toMatchObject([{ amount: "0.06", currency: "USD" }]);
  });

  it("are judged, but not followed, by a preview of the prompt", async () => {
    const loadReference = vi.fn(async () => createImage(8, 8));
    const backend = createBackend({ references: { loadReference } });
    const request = (references: readonly Reference[]) =>
      body({ references, imageModel: "taker", prompt: { mode: "prompt_ai", instructions: "A fox" } });
    expect((await backend.post("/prompts", request([PHOTO]))).status).toBe(200);
    expect((await backend.post("/prompts", request([{}]))).status).toBe(422);
    expect(loadReference).not.toHaveBeenCalled();
  });
});

describe("the variables of references", () => {
  it("are loaded by reference, with the slugs that they name", async () => {
    const backend = createBackend({
      loadVariables: vi.fn(async () => ({ image_gen: { output: { attachmentId: "att_1" } } })),
    });
    const id = await backend.keep(await createImage(8, 8));
    const references = [{ value: "{{image_gen.output}}" }];
    await succeed(await backend.generate(references, { variables: null }));
    // The text needs no variables any more; the picture does.
    await succeed(await backend.generate(references, { variables: null, input: { resolved: "A fox" } }));
    expect(idsOf(backend.asked)).toEqual([[id], [id]]);
    const { loadVariables } = { loadVariables: vi.fn(async () => ({})) };
    const other = createBackend({ loadVariables });
    await other.generate(references, { variables: null });
    expect(loadVariables).toHaveBeenCalledWith(expect.objectContaining({ slugs: ["image_gen"] }));
  });

  it("are read by a host's own engine, whose text may be an id or JSON", async () => {
    const backend = createBackend({ resolveTemplate: dotLanguage.resolve });
    const [id, other] = [
      await backend.keep(await createImage(8, 8)),
      await backend.keep(await createImage(9, 9)),
    ];
    const variables = { start: { one: id, list: [{ attachmentId: id }, other], no: "nothing of ours" } };
    await succeed(await backend.generate([{ value: "<start.one>" }], { variables }));
    expect(idsOf(backend.asked)).toEqual([[id]]);
    const asJson = createBackend({
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
    const backend = createBackend({ templates: "client" });
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
    const backend = createBackend({ limits });
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
    const backend = createBackend({ limits: { mimeTypes, max: 3 } });
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
    const backend = createBackend();
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
    const backend = createBackend();
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
    createBackend({ references: { loadReference } });

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
    const backend = createBackend({ imageModels: { taker: { model, references } } });
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
