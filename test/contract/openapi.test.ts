import {
  contractJsonSchemas,
  openApiDocument,
  outputJsonSchema,
} from "image-generation-node/contract/openapi";
import {
  ERROR_KINDS,
  catalogSchema,
  generationRequestSchema,
  generationSchema,
  listSettingFaults,
  pickSettings,
  priceOf,
  problemSchema,
  readModelSettings,
} from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { fromJSONSchema } from "zod";

type JsonSchema = Parameters<typeof fromJSONSchema>[0];

interface Operation {
  operationId?: string;
  responses?: Record<string, { description: string }>;
}
type Paths = Record<string, Record<string, Operation>>;

describe("openApiDocument", () => {
  const document = openApiDocument({ serverUrl: "/api/image-node" });
  const paths = document.paths as Paths;

  it("names every operation of the contract", () => {
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== "parameters")
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.sort()).toEqual([
      "DELETE /generations/{id}",
      "GET /attachments/{id}",
      "GET /catalog",
      "GET /generations/{id}",
      "POST /attachments/{id}/url",
      "POST /generations",
      "POST /prompts",
    ]);
  });

  it("lists every kind that has a status under the status of its table row", () => {
    const responses = paths["/generations"]?.post?.responses ?? {};
    for (const [kind, { status }] of Object.entries(ERROR_KINDS)) {
      if (status !== null) expect(responses[String(status)]?.description).toContain(kind);
    }
  });

  it("resolves each of its references", () => {
    const schemas = (document.components as { schemas: object }).schemas;
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(schemas).toHaveProperty(String(name));
  });

  it("is plain JSON with the server that it was asked for", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.servers).toEqual([{ url: "/api/image-node" }]);
  });
});

describe("the examples of the document", () => {
  const document = openApiDocument() as { paths: Paths; components: { schemas: Record<string, object> } };
  interface Media {
    schema?: { $ref?: string };
    examples?: Record<string, { summary: string; value: unknown }>;
  }
  const found: { name: string; value: unknown }[] = [];
  (function walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { schema, examples } = node as Media;
    for (const { value } of Object.values(schema?.$ref === undefined ? {} : (examples ?? {})))
      found.push({ name: schema?.$ref?.split("/").at(-1) ?? "", value });
    Object.values(node).forEach(walk);
  })(document.paths);
  const valueOf = (name: string) => found.find((each) => each.name === name)?.value;

  it("fit the schemas that they are examples of, as zod and as JSON Schema see them", () => {
    const schemas = { Catalog: catalogSchema, GenerationRequest: generationRequestSchema };
    const all = { ...schemas, Generation: generationSchema, Problem: problemSchema };
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(Object.keys(all)));
    for (const { name, value } of found) {
      expect(all[name as keyof typeof all].safeParse(value).error?.issues).toBeUndefined();
      const printed = fromJSONSchema((document.components.schemas[name] ?? false) as JsonSchema);
      expect([name, printed.safeParse(value).error?.issues]).toEqual([name, undefined]);
    }
  });

  it("tell one story: the request's settings by the catalog are those of the answer", () => {
    const catalog = catalogSchema.parse(valueOf("Catalog"));
    const request = generationRequestSchema.parse(valueOf("GenerationRequest"));
    const generation = generationSchema.parse(valueOf("Generation"));
    const problem = problemSchema.parse(valueOf("Problem"));
    const { imageModels } = catalog;
    const [model] = imageModels;
    const known = readModelSettings(model);
    const given = request.config.settings ?? {};
    expect(listSettingFaults(given, known).map(({ name, fault }) => [name, fault])).toEqual([
      ["steps", "unknown"],
    ]);
    expect(generation.warnings).toMatchObject([{ code: "setting_unused", params: { setting: "steps" } }]);
    const defaults = known.flatMap((each) => (each.default === undefined ? [] : [[each.name, each.default]]));
    const { settings: used } = pickSettings(request.config, catalog);
    expect(generation.settings).toEqual({ ...Object.fromEntries(defaults), ...used });
    expect(priceOf(model ?? {}, given)?.min).toBe(generation.usage?.items[0]?.amount);
    const [fault] = listSettingFaults({ quality: "ultra" }, known);
    expect(problem.errors).toMatchObject([{ ...fault?.bound, reason: fault?.fault, detail: fault?.detail }]);
  });
});

describe("JSON Schemas", () => {
  it("say what a setting is: names, kinds and bounds", () => {
    const fits = (schema: object | undefined) => (value: unknown) =>
      fromJSONSchema((schema ?? false) as JsonSchema).safeParse(value).success;
    const isCatalog = fits(contractJsonSchemas().Catalog);
    const withSettings = (properties: object) => ({
      ...fixtures.catalog,
      imageModels: [{ ...fixtures.catalog.imageModels[0], settings: { properties } }],
    });
    expect(isCatalog(fixtures.settingsCatalog)).toBe(true);
    expect(isCatalog(withSettings({ seed: { type: "integer", default: 1, note: "kept" } }))).toBe(true);
    expect(isCatalog(withSettings({ mask: { type: "array", items: {} } }))).toBe(true);
    expect(isCatalog(withSettings({ "two words": { type: "boolean" } }))).toBe(false);
    expect(isCatalog(withSettings({ seed: {} }))).toBe(false);
    const isConfig = fits(contractJsonSchemas().ImageNodeConfig);
    const config = (settings: unknown) => ({ ...fixtures.config, settings });
    expect(isConfig(config({ quality: "high", seed: 7, tiled: true }))).toBe(true);
    expect(isConfig(config({ quality: null }))).toBe(false);
    expect(isConfig(config(["high"]))).toBe(false);
  });

  it("describe the documented output: its keys, all required, PNG always", () => {
    const schema = outputJsonSchema() as {
      required: string[];
      properties: { _metadata: { properties: { mimeType: { const: string } } } };
    };
    expect(schema.required.sort()).toEqual(
      ["_metadata", "aspectRatio", "attachmentId", "imagePath", "imageUrl", "path", "prompt"].sort(),
    );
    expect(schema.properties._metadata.properties.mimeType.const).toBe("image/png");
  });

  it("let unknown keys of a saved configuration pass", () => {
    expect(contractJsonSchemas().ImageNodeConfig?.additionalProperties).not.toBe(false);
  });
});
