import type { ImageNodeConfig, Reference } from "image-generation-node/contract";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { createPathLanguage } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { resolveReferences } from "../../src/react/config-form/references/resolveReferences.js";
import type { ResolvedText } from "image-generation-node/template";
import { guardLanguage } from "../../src/template/index.js";

const file = (attachmentId: string) => ({
  path: "https://pictures.example/a.png",
  _metadata: { name: "a.png", mimeType: "image/png", sizeInKb: 1, attachmentId },
});
const VARIABLES = {
  camera: { output: { photo: file("att_photo"), all: [file("att_1"), null, "att_2"], none: null, width: 7 } },
};
/** A host's language whose engine knows what is no path. */
const dollars = createPathLanguage({ name: "dollars", open: "${", close: "}" });
const engine = (answer: (text: string) => string, diagnostics: ResolvedText["diagnostics"] = []) =>
  guardLanguage({ ...dollars, resolve: async (text) => ({ text: answer(text), diagnostics }) });

const config = (...references: Reference[]): ImageNodeConfig => createImageNodeConfig({ references });
const resolve = (references: Reference[], language?: Parameters<typeof resolveReferences>[2]) =>
  resolveReferences(config(...references), VARIABLES, language);
const idsOf = async (...args: Parameters<typeof resolve>) =>
  (await resolve(...args))?.map(({ attachmentId }) => attachmentId);
const faultsOf = async (...args: Parameters<typeof resolve>) => {
  const error = await resolve(...args).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!ImageNodeError.isInstance(error)) throw new Error("Nothing was refused.");
  expect(error).toMatchObject({ kind: "missing_variable", charged: false, stage: "prompt" });
  return error.errors ?? [];
};

describe("references that are resolved where the back end does not", () => {
  it("become ids in their order: of pictures, of files and of lists", async () => {
    const ids = await idsOf([
      { value: "{{camera.output.all}}" },
      { attachmentId: "att_own", label: "Own" },
      { value: "{{ camera.output.photo }}" },
    ]);
    expect(ids).toEqual(["att_1", "att_2", "att_own", "att_photo"]);
  });

  it("are none where a value is null, optional or its fallback is empty", async () => {
    expect(await idsOf([{ value: "{{camera.output.none}}" }])).toEqual([]);
    expect(await idsOf([{ value: "{{camera.output?.lost}}" }])).toEqual([]);
    expect(await idsOf([{ value: '{{camera.output.lost ?? ""}}' }])).toEqual([]);
    expect(await idsOf([{ value: '{{camera.output.none ?? "att_default"}}' }])).toEqual(["att_default"]);
  });

  it("are refused at their places before anything is sent, all of them at once", async () => {
    const faults = await faultsOf([
      { attachmentId: "att_own" },
      { value: "{{camera.output.width}}" },
      { value: "{{camera.output.lost}}" },
    ]);
    expect(faults).toEqual([
      {
        pointer: "#/config/references/1",
        code: "missing_variable",
        variable: "camera.output.width",
        found: "a number",
        detail: "camera.output.width leads to no picture: a number was found.",
      },
      {
        pointer: "#/config/references/2",
        code: "missing_variable",
        variable: "camera.output.lost",
        found: "nothing",
        detail: "camera.output.lost leads to no picture: nothing was found.",
      },
    ]);
    const many = Array.from({ length: 80 }, () => ({ value: "{{camera.output.lost}}" }));
    expect(await faultsOf(many)).toHaveLength(50);
  });

  it("are left to the back end where only it knows the values, unless all are pictures", async () => {
    const photo = { value: "{{camera.output.photo}}" };
    expect(await resolveReferences(config(photo), null, undefined)).toBeUndefined();
    expect(await resolveReferences(config({ attachmentId: "att_own" }), null, undefined)).toEqual([
      { attachmentId: "att_own" },
    ]);
    const silent = guardLanguage({ ...dollars, resolve: undefined });
    expect(await resolve([{ value: "${camera.output.photo}" }], silent)).toBeUndefined();
  });

  it("are read by the host's engine where they are no path", async () => {
    const at = (answer: string) =>
      idsOf(
        [{ value: "${first(camera)}" }],
        engine(() => answer),
      );
    expect(await at("att_engine")).toEqual(["att_engine"]);
    expect(await at(JSON.stringify([file("att_1"), file("att_2")]))).toEqual(["att_1", "att_2"]);
    expect(await at("")).toEqual([]);
    const language = engine((text) => `engine:${text}`);
    expect(await idsOf([{ value: "${camera.output.photo}" }], language)).toEqual(["att_photo"]);
  });

  it("are refused where the engine fails, or answers with an address", async () => {
    const failing = engine(() => {
      throw new Error("no");
    });
    const value = "${first(camera)}";
    expect(await faultsOf([{ value }], failing)).toMatchObject([
      { pointer: "#/config/references/0", variable: value, found: "nothing" },
    ]);
    const problem = {
      code: "unknown_function",
      severity: "error",
      message: "no",
      range: { start: 0, end: 9 },
    } as const;
    // What it has written all the same is not to be used.
    for (const text of ["", "att_engine"])
      expect(
        await faultsOf(
          [{ value }],
          engine(() => text, [problem as never]),
        ),
      ).toHaveLength(1);
    const [fault] = await faultsOf(
      [{ value }],
      engine(() => "http://169.254.169.254/latest"),
    );
    expect(fault?.["found"]).toMatch(/^a text that is no attachment id/);
  });
});
