import { describe, expect, it, vi } from "vitest";
import type { Reference } from "image-generation-node/contract";
import { PHOTO, createReferenceBackend, holding, idsOf, problemOf } from "./referenceBackend.js";
import { body, createImage, succeed } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";

describe("references that a model does not take, or not so many", () => {
  it("refuse more than the model takes, by their places, before anything is spent", async () => {
    const backend = createReferenceBackend();
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

  it("are too few for a model that needs some, whatever they were to be, before anything is spent", async () => {
    const backend = createReferenceBackend({ limits: { min: 2 } });
    const one = { attachmentId: await backend.keep(await createImage(8, 8)) };
    const code = "too_few_references";
    const errors = [{ pointer: "#/config/references", code, detail: expect.stringContaining("2 pictures") }];
    for (const [references, rest] of [
      [[], {}],
      [[one], {}],
      [[one, PHOTO], holding([])],
      [[PHOTO], holding([one])],
    ] as const) {
      const problem = await problemOf(await backend.generate(references, rest));
      expect(problem).toMatchObject({ kind: "invalid_request", charged: false, errors });
    }
    const named = await problemOf(await backend.generate([one, one], { input: { references: [one] } }));
    expect(named).toMatchObject({ errors: [{ pointer: "#/input/references", code }] });
    expect(backend.asked).toEqual([]);
    await succeed(await backend.generate([PHOTO], holding([one, one])));
    expect(idsOf(backend.asked)).toEqual([[one.attachmentId, one.attachmentId]]);
  });

  it("are none that a preview of the prompt needs, nor a back end without the option", async () => {
    const backend = createReferenceBackend({ limits: { min: 1 } });
    const request = body({ imageModel: "taker", prompt: { mode: "prompt_ai", instructions: "A fox" } });
    expect((await backend.post("/prompts", request)).status).toBe(200);
    const off = createReferenceBackend({ limits: { min: 1 }, references: undefined });
    await succeed(await off.generate([]));
  });

  it.each<[string, Pick<TestBackendOptions, "references">, string]>([
    ["a model that takes none", {}, "plain"],
    ["a back end without the option", { references: undefined }, "taker"],
  ])("are refused by %s, which gets nothing sent", async (_name, options, imageModel) => {
    const backend = createReferenceBackend(options);
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
    const backend = createReferenceBackend();
    const problem = await problemOf(
      await backend.generate([{ value: "see {{agent.output}}" }, { role: "x" }]),
    );
    expect(problem.errors).toMatchObject([
      { pointer: "#/config/references/0", code: "invalid_reference", reason: "not_one_variable" },
      { pointer: "#/config/references/1", code: "invalid_reference", reason: "nothing" },
    ]);
  });

  it("are replaced by those of the input, in whatever language the configuration's are", async () => {
    const backend = createReferenceBackend();
    const id = await backend.keep(await createImage(8, 8));
    const input = { references: [{ attachmentId: id }] };
    await succeed(await backend.generate([{ value: "%agent.photo%" }], { input }));
    await succeed(await backend.generate([PHOTO, PHOTO, PHOTO], { input: { references: [] } }));
    expect(idsOf(backend.asked)).toEqual([[id], undefined]);
  });

  it("are one body for one key: the same bytes are the same run", async () => {
    const backend = createReferenceBackend();
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
    const backend = createReferenceBackend({
      imageModels: { taker: { model, price, references: { max: 2 } } },
    });
    const one = { attachmentId: await backend.keep(await createImage(8, 8)) };
    const { usage } = await succeed(await backend.generate([one, one]));
    expect(usage?.items).toMatchObject([{ amount: "0.06", currency: "USD" }]);
  });

  it("are judged, but not followed, by a preview of the prompt", async () => {
    const loadReference = vi.fn(async () => createImage(8, 8));
    const backend = createReferenceBackend({ references: { loadReference } });
    const request = (references: readonly Reference[]) =>
      body({ references, imageModel: "taker", prompt: { mode: "prompt_ai", instructions: "A fox" } });
    expect((await backend.post("/prompts", request([PHOTO]))).status).toBe(200);
    expect((await backend.post("/prompts", request([{}]))).status).toBe(422);
    expect(loadReference).not.toHaveBeenCalled();
  });
});
