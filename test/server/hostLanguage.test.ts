import { describe, expect, it, vi } from "vitest";
import { prepareRequest } from "image-generation-node/client";
import { catalogSchema, createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { doubleBraceLanguage } from "image-generation-node/template";
import { createScriptedBackend, fixtures } from "image-generation-node/testing";
import { codeLanguage, dotLanguage } from "../contract/languages.js";
import { body, createTestBackend, succeed } from "./testBackend.js";

const variables = { start: { input: "a red fox with <start.input> and {{start.input}}" } };
const REFUSED = {
  kind: "invalid_template",
  status: 422,
  charged: false,
  errors: [{ pointer: "#/input/resolved", code: "unresolved_template" }],
};

describe("a back end that reads the host's language", () => {
  it("fills values in once", async () => {
    const backend = createTestBackend({ resolveTemplate: dotLanguage.resolve });
    const request = body({ prompt: { template: "See <start.input>, {{API_KEY}}" } }, { variables });
    const { output, stages } = await succeed(await backend.post("/generations", request));
    expect(output.prompt).toBe(`See ${variables.start.input}, {{API_KEY}}`);
    expect(stages?.template).toBe("See <start.input>, {{API_KEY}}");
  });

  it("refuses what has no value, before anything is spent", async () => {
    const backend = createTestBackend({ resolveTemplate: dotLanguage.resolve });
    const response = await backend.post(
      "/generations",
      body({ prompt: { template: "<start.gone>" } }, { variables }),
    );
    expect(await response.json()).toMatchObject({
      kind: "missing_variable",
      errors: [{ pointer: "#/config/prompt/template", variable: "start.gone" }],
    });
    expect(backend.images).toEqual([]);
  });

  it("says how long the text may get, and which one it is", async () => {
    const resolveTemplate = vi.fn((text: string) => ({ text, diagnostics: [] }));
    const backend = createTestBackend({ resolveTemplate });
    await backend.post("/prompts", body({ prompt: { template: "A fox" } }, { variables }));
    expect(resolveTemplate).toHaveBeenLastCalledWith("A fox", variables, {
      maxLength: 8_000,
      field: "template",
    });
    await backend.post(
      "/prompts",
      body({ prompt: { mode: "prompt_ai", instructions: "A fox" } }, { variables }),
    );
    const bounds = { maxLength: 100_000, field: "instructions" };
    expect(resolveTemplate).toHaveBeenLastCalledWith("A fox", variables, bounds);
  });

  it("ends as too long where the language stops at the bound", async () => {
    const backend = createTestBackend({ resolveTemplate: doubleBraceLanguage.resolve });
    const long = { start: { input: "x".repeat(9_000) } };
    const response = await backend.post(
      "/prompts",
      body({ prompt: { template: "{{start.input}}" } }, { variables: long }),
    );
    expect(await response.json()).toMatchObject({ kind: "prompt_too_long", charged: false });
  });
});

describe("a back end whose clients resolve", () => {
  const start = (options: Partial<ImageNodeHandlerOptions> = {}) =>
    createTestBackend({ templates: "client", ...options });
  const manual = (template: string) => ({ prompt: { template } });
  const written = { prompt: { mode: "prompt_ai" as const, instructions: "Draw <start.input>" } };

  it.each([
    [undefined, "server"],
    ["server", "server"],
    ["client", "client"],
  ] as const)("says so in the catalog: %s is %s", async (templates, said) => {
    const response = await createTestBackend({ templates }).get("/catalog");
    expect(catalogSchema.parse(await response.json()).features.templates).toBe(said);
  });

  it.each([
    ["a template", manual("A <start.input>"), {}],
    ["a text without variables", manual("A fox"), {}],
    ["an empty input", manual("A fox"), { input: {} }],
    [
      "a written prompt, which manual does not know",
      manual("A <start.input>"),
      { input: { written: "A fox" } },
    ],
    ["instructions", written, {}],
    ["variables by reference", manual("A <start.input>"), { variables: null }],
  ])("refuses %s that nobody resolved, and spends nothing", async (_, config, more) => {
    const loadVariables = vi.fn(async () => variables);
    const backend = start({ loadVariables });
    for (const path of ["/generations", "/prompts"]) {
      const response = await backend.post(path, body(config, { variables, ...more }));
      const problem = (await response.json()) as { detail: string };
      expect(problem).toMatchObject(REFUSED);
      expect(JSON.stringify(problem)).toContain("send the text as input.resolved");
    }
    expect([backend.images, backend.prompts]).toEqual([[], []]);
    expect(loadVariables).not.toHaveBeenCalled();
  });

  it("frees the key of a refusal", async () => {
    const backend = start();
    const key = { "Idempotency-Key": "k1" };
    expect((await backend.post("/generations", body(manual("A fox")), key)).status).toBe(422);
    const resolved = body(manual("A fox"), { input: { resolved: "A fox" } });
    await succeed(await backend.post("/generations", resolved, key));
  });

  it.each([
    [dotLanguage, "A <start.input>, {{API_KEY}}"],
    [codeLanguage, "A {{ $('start').item.json.input }}, {{ $json.x }}"],
  ])(
    "draws what a client resolved of the language of $name, and reads it no more",
    async (language, template) => {
      const backend = start();
      const resolved = `A fox, {{start.input}} <start.input> {{ $json.x }} \\{{`;
      const config = createImageNodeConfig({ prompt: { template } });
      const request = prepareRequest({ config, variables, input: { resolved }, language });
      expect(request.variables).toEqual(variables);
      const { output, stages } = await succeed(await backend.post("/generations", request));
      expect(output.prompt).toBe(resolved);
      expect(stages).toMatchObject({ template, resolved, sent: resolved });
      expect(backend.images[0]?.prompt).toBe(resolved);
    },
  );

  it("writes from resolved instructions, and draws a written prompt", async () => {
    const backend = start();
    const resolved = body(written, { variables, input: { resolved: "Draw <b>" } });
    await succeed(await backend.post("/generations", resolved));
    expect(backend.prompts[0]).toMatchObject({ instructions: "Draw <b>" });
    const own = body(written, { variables, input: { written: "A <start.input>" } });
    expect((await succeed(await backend.post("/generations", own))).output.prompt).toBe("A <start.input>");
  });

  it("writes in Auto, whatever the texts of other modes are", async () => {
    const backend = start();
    const auto = { prompt: { ...written.prompt, mode: "auto" as const, template: "A <start.input>" } };
    await succeed(await backend.post("/generations", body(auto, { variables })));
    expect(backend.prompts).toHaveLength(1);
  });

  it.each([
    [manual(" \n"), "template"],
    [{ prompt: { mode: "prompt_ai" as const } }, "instructions"],
  ])("calls an empty text empty", async (config, member) => {
    const response = await start().post("/generations", body(config));
    expect(await response.json()).toMatchObject({
      kind: "empty_prompt",
      errors: [{ pointer: `#/config/prompt/${member}` }],
    });
  });

  it.each([
    [{ templates: "browser" }, /`templates` as "server" or "client".*"browser"/],
    [
      { templates: "client", resolveTemplate: dotLanguage.resolve },
      /`resolveTemplate` with `templates: "client"`.*Leave one of them out/,
    ],
  ])("is not built with %j", (options, message) => {
    expect(() => createTestBackend(options as Partial<ImageNodeHandlerOptions>)).toThrow(message);
  });
});

it("a scripted back end whose clients resolve refuses in the same way", async () => {
  const features = { ...fixtures.catalog.features, templates: "client" as const };
  const { handler } = createScriptedBackend({ catalog: { ...fixtures.catalog, features } });
  const post = (path: string, request: unknown) =>
    handler(
      new Request(`http://localhost/api/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
        body: JSON.stringify(request),
      }),
    );
  const request = body({ prompt: { template: "A <start.input>" } });
  for (const path of ["generations", "prompts"]) {
    const { charged: _charged, ...refused } = REFUSED;
    expect(await (await post(path, request)).json()).toMatchObject(refused);
    expect((await post(path, { ...request, input: { resolved: "A fox" } })).status).toBe(200);
  }
});
