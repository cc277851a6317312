import { describe, expect, it, onTestFinished, vi } from "vitest";
import { PHOTO, createReferenceBackend, holding, idsOf, problemOf } from "./referenceBackend.js";
import { body, createImage, succeed } from "./testBackend.js";

describe("the references of a generation", () => {
  it("reach the model in order, with their bytes, and stand in the answer beside the output", async () => {
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
    const generation = await succeed(await backend.post("/generations", body({ imageModel: "taker" })));
    expect("references" in generation).toBe(false);
    expect(backend.asked.map((request) => "references" in request)).toEqual([false]);
  });

  it("take the image of the step before by its output", async () => {
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
    const generation = await succeed(await backend.generate([PHOTO], holding(value)));
    expect(generation.warnings).toMatchObject([
      { code: "reference_empty", params: { reference: 0, variable: "agent.output.photo" } },
    ]);
    expect("references" in generation).toBe(false);
    expect("references" in (backend.asked[0] ?? {})).toBe(false);
  });

  it("follow the rules of templates: a part that may be absent, and a default", async () => {
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend();
    const id = await backend.keep(await createImage(8, 8));
    await backend.storage.delete?.(id);
    const early = body({
      references: [{ attachmentId: id }],
      imageModel: "taker",
      prompt: { mode: "prompt_ai", instructions: "A fox" },
    });
    expect((await backend.post("/generations", early)).status).toBe(410);
    expect(backend.prompts).toEqual([]);
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
});
