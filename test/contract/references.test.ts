import { describe, expect, it } from "vitest";
import {
  addReferences,
  createImageNodeConfig,
  findReferenceFaults,
  imageNodeConfigSchema,
  listConfigReferences,
  matchRoute,
  parseImageNodeConfig,
  readReferenceValue,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import type { Reference } from "image-generation-node/contract";
import { prepareRequest } from "image-generation-node/client";
import { fixtures } from "image-generation-node/testing";
import type { TemplateLanguage } from "image-generation-node/template";

const model = { label: "Painter", references: { max: 2, mimeTypes: ["image/png"], maxBytes: 1_000_000 } };
const upload = { attachmentId: "att_1" };
const config = (references: unknown) => ({ ...createImageNodeConfig(), references });
const codesOf = (references: unknown, of: Parameters<typeof findReferenceFaults>[1] = model) =>
  findReferenceFaults(config(references), of).map(({ pointer, code, params }) => [
    pointer,
    code,
    params?.["reason"],
  ]);

describe("references of a configuration", () => {
  it("pass as a variable or as an id, with members that nobody knows yet", () => {
    const references = [
      { value: " {{agent.output.photo}} ", role: "style" },
      { ...upload, label: "Logo" },
    ];
    expect(codesOf(references)).toEqual([]);
    const parsed = parseImageNodeConfig(JSON.stringify(config(references)));
    expect(parsed).toMatchObject({ config: { references }, notes: [] });
  });

  it.each<[string, unknown, string]>([
    ["neither member", {}, "nothing"],
    ["empty members", { value: "", attachmentId: "" }, "nothing"],
    ["no object", "att_1", "nothing"],
    ["both members", { value: "{{a.b}}", attachmentId: "att_1" }, "both"],
    ["text around the variable", { value: "see {{a.b}}" }, "not_one_variable"],
    ["two variables", { value: "{{a.b}}{{a.c}}" }, "not_one_variable"],
    ["no variable", { value: "https://example.com/a.png" }, "not_one_variable"],
    ["an unclosed variable", { value: "{{a.b" }, "not_one_variable"],
    ["an escaped variable", { value: "\\{{a.b}}" }, "not_one_variable"],
    ["an expression", { value: "{{a.b | upper}}" }, "not_one_variable"],
    ["a number as variable", { value: 5 }, "not_one_variable"],
  ])("are refused with %s", (_name, reference, reason) => {
    expect(codesOf([upload, reference])).toEqual([["#/references/1", "invalid_reference", reason]]);
    expect(imageNodeConfigSchema.safeParse(config([reference])).success).toBe(true);
  });

  it("are refused from the first on that is more than the model takes", () => {
    expect(codesOf([upload, upload, upload, upload])).toEqual([
      ["#/references/2", "too_many_references", undefined],
      ["#/references/3", "too_many_references", undefined],
    ]);
  });

  it("are too few, at the list, where the model needs more and nothing else is wrong", () => {
    const needing = { ...model, references: { ...model.references, min: 2 } };
    const few = [["#/references", "too_few_references", undefined]];
    expect(codesOf(undefined, needing)).toEqual(few);
    expect(codesOf([upload], needing)).toEqual(few);
    expect(codesOf([upload, upload], needing)).toEqual([]);
    // Its value may be a list.
    expect(codesOf([{ value: "{{a.b}}" }], needing)).toEqual([]);
    expect(codesOf([{}], needing)).toEqual([["#/references/0", "invalid_reference", "nothing"]]);
    const [fault] = findReferenceFaults({}, needing);
    expect(fault).toMatchObject({ params: { min: 2 }, message: expect.stringContaining("2 pictures") });
    const first = fixtures.catalog.imageModels[0];
    if (!first) throw new Error("The fixture has a model.");
    const catalog = { ...fixtures.catalog, imageModels: [{ ...first, references: needing.references }] };
    const saved = createImageNodeConfig({ prompt: { template: "A fox" } });
    expect(validateImageNodeConfig(saved, { catalog }).map(({ code }) => code)).toContain(
      "too_few_references",
    );
  });

  it("are all refused where the model takes none, and only judged by themselves without a model", () => {
    expect(codesOf([upload, upload], { label: "Plain" })).toEqual([
      ["#/references/0", "references_unsupported", undefined],
      ["#/references/1", "references_unsupported", undefined],
    ]);
    expect(findReferenceFaults(config([upload, upload, upload]))).toEqual([]);
    expect(codesOf(undefined)).toEqual([]);
    expect(codesOf("nonsense")).toEqual([]);
  });

  it("are judged in the host's language", () => {
    const language: TemplateLanguage = {
      triggers: ["%"],
      scan: (text) =>
        Array.from(text.matchAll(/%([\w.]+)%/g), ({ index, 0: token, 1: path = "" }) => ({
          start: index,
          end: index + token.length,
          path: path.split("."),
          closed: true,
        })),
      format: (path) => `%${path.join(".")}%`,
      parse: (token) => /^%([\w.]+)%$/.exec(token)?.[1]?.split(".") ?? null,
    };
    const references = [{ value: "%agent.photo%" }];
    expect(findReferenceFaults(config(references), model, { language })).toEqual([]);
    expect(codesOf(references)).toEqual([["#/references/0", "invalid_reference", "not_one_variable"]]);
    const saved = createImageNodeConfig({ references });
    expect(listConfigReferences(saved, { language }).map(({ path }) => path)).toEqual(["agent.photo"]);
    const renamed = renameConfigReferences(saved, "agent", "writer", { language });
    expect(renamed.references).toEqual([{ value: "%writer.photo%" }]);
  });

  it("are part of what is wrong with a configuration, variables as well", () => {
    const references = [{ value: "{{nobody.output}}" }, { value: "{{trigger.output}}" }];
    const catalog = {
      ...fixtures.catalog,
      imageModels: fixtures.catalog.imageModels.map((each) => ({ ...each, references: model.references })),
    };
    const saved = createImageNodeConfig({ references, prompt: { template: "A fox" } });
    const variables = [
      { slug: "trigger", label: "Trigger", outputSchema: { type: "object" as const, properties: {} } },
    ];
    const found = validateImageNodeConfig(saved, { catalog, variables });
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["unknown_variable", "#/references/0"],
    ]);
    expect(validateImageNodeConfig(saved, { catalog: fixtures.catalog }).map(({ code }) => code)).toEqual([
      "references_unsupported",
      "references_unsupported",
    ]);
  });

  it("are listed and renamed like the variables of the texts, and stay the same object without a change", () => {
    const references = [{ value: "{{agent.output}}", role: "x" }, upload, "odd"] as Reference[];
    const saved = createImageNodeConfig({ references, prompt: { template: "{{trigger.a}}" } });
    expect(listConfigReferences(saved).map(({ path }) => path)).toEqual(["trigger.a", "agent.output"]);
    const renamed = renameConfigReferences(saved, "agent", "writer");
    expect(renamed.references).toEqual([{ value: "{{writer.output}}", role: "x" }, upload, "odd"]);
    expect(renamed.references?.[1]).toBe(upload);
    expect(renameConfigReferences(saved, "nobody", "x")).toBe(saved);
    expect("references" in renameConfigReferences(createImageNodeConfig(), "a", "b")).toBe(false);
  });

  it("are kept aside where they can't be read, and a note says so", () => {
    const { config: read, notes } = parseImageNodeConfig(config({ up: 1 }));
    expect(read).toMatchObject({ otherReferences: [{ up: 1 }] });
    expect("references" in read).toBe(false);
    expect(notes).toEqual(['Kept what is no reference in "references" as "otherReferences".']);
    const mixed = parseImageNodeConfig({ ...config([upload, "att_2", null]), otherReferences: ["before"] });
    expect(mixed.config).toMatchObject({ references: [upload], otherReferences: ["before", "att_2", null] });
    const none = parseImageNodeConfig(config(null));
    expect([none.notes, "references" in none.config, "otherReferences" in none.config]).toEqual([
      [],
      false,
      false,
    ]);
  });
});

describe("readReferenceValue()", () => {
  const file = { path: "/mnt/data/a.png", _metadata: { name: "a.png", attachmentId: "att_2" } };
  it.each<[string, unknown, unknown[]]>([
    ["a file of this node", fixtures.generation.output, [fixtures.generation.output.attachmentId]],
    ["a file with its id in _metadata alone", file, ["att_2"]],
    ["an id", " att_3 ", ["att_3"]],
    ["a list", ["att_1", file, [["att_4"]]], ["att_1", "att_2", "att_4"]],
    ["null", null, []],
    ["nothing", undefined, []],
    ["an empty text", "  ", []],
    ["an empty list", [[], null, ""], []],
  ])("reads %s", (_name, value, ids) => {
    expect(readReferenceValue(value).map((item) => item.attachmentId)).toEqual(ids);
  });

  it.each<[unknown, RegExp]>([
    [5, /^a number$/],
    [true, /^a boolean$/],
    [{ path: "/a.png" }, /^an object without an attachmentId$/],
    ["https://example.com/a.png", /^a text that is no attachment id: "https:/],
    ["a red fox", /no attachment id: "a red fox"$/],
    ["../secret", /no attachment id/],
    [{ attachmentId: 7 }, /without an attachmentId/],
    [{ attachmentId: "a b" }, /without an attachmentId/],
  ])("says of %j what was found", (value, words) => {
    expect(readReferenceValue(["att_1", value])).toEqual([
      { attachmentId: "att_1", value: "att_1" },
      { value, found: expect.stringMatching(words) },
    ]);
  });

  it("stops in a list that holds itself, at a hundred items, and never throws", () => {
    const endless: unknown[] = [];
    endless.push(endless, "att_1");
    expect(readReferenceValue(endless).length).toBeLessThanOrEqual(100);
    expect(readReferenceValue(Array.from({ length: 500 }, () => "att_1"))).toHaveLength(100);
    let wide: unknown[] = [];
    for (let level = 0; level < 7; level += 1) wide = Array.from({ length: 1000 }, () => wide);
    expect(readReferenceValue(wide)).toEqual([]);
    const hostile = Object.defineProperty({}, "attachmentId", {
      get: () => {
        throw new Error("no");
      },
    });
    expect(readReferenceValue(hostile)).toEqual([{ value: hostile, found: "a value that can't be read" }]);
  });
});

describe("addReferences()", () => {
  const price = { currency: "USD", min: "0.04", max: "0.1", perReference: "0.1" };
  it("adds what each picture costs, without the tail of a binary fraction", () => {
    expect(addReferences(price, 2)).toMatchObject({ min: "0.24", max: "0.3" });
    expect(addReferences({ ...price, min: 1, max: 1, perReference: 2 }, 1)).toMatchObject({
      min: "3",
      max: "3",
    });
  });
  it("leaves a price alone that has no such part, or no picture", () => {
    expect(addReferences(price, 0)).toBe(price);
    const plain = { currency: "USD", min: "0.04", max: "0.04" };
    expect(addReferences(plain, 3)).toBe(plain);
  });
});

it("POST /attachments is an operation beside the one of a link", () => {
  expect(matchRoute("/api/attachments")).toEqual({ operation: "attachments" });
  expect(matchRoute("/api/attachments/att_1")).toEqual({ operation: "attachment", id: "att_1" });
});

describe("prepareRequest() with references", () => {
  const variables = {
    agent: { output: { photo: "att_1", secret: "x" } },
    vault: { photo: "att_2" },
    other: 1,
  };
  const sources = [{ slug: "vault", label: "Vault", sensitive: true }];
  const references = [
    { value: "{{agent.output.photo}}" },
    { attachmentId: "att_3" },
    { value: "{{vault.photo}}" },
  ];

  it("sends what they name in manual, and no more", () => {
    const saved = createImageNodeConfig({ references, prompt: { template: "A fox {{ unclosed" } });
    expect(prepareRequest({ config: saved, variables, sources }).variables).toEqual({
      agent: { output: { photo: "att_1" } },
      vault: { photo: "att_2" },
    });
    const input = { references: [{ attachmentId: "att_1" }] };
    expect(prepareRequest({ config: saved, variables, sources, input }).variables).toEqual({});
  });

  it.each(["prompt_ai", "auto"] as const)("sends what they name of a sensitive node too, in %s", (mode) => {
    const saved = createImageNodeConfig({ references, prompt: { mode } });
    expect(prepareRequest({ config: saved, variables, sources }).variables).toEqual(variables);
    const plain = createImageNodeConfig({ prompt: { mode } });
    expect(prepareRequest({ config: plain, variables, sources }).variables).not.toHaveProperty("vault");
  });
});
