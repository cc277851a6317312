import {
  contractJsonSchemas,
  openApiDocument,
  outputJsonSchema,
} from "image-generation-node/contract/openapi";
import {
  CONTRACT_HEADER,
  ERROR_KINDS,
  ROUTE_METHODS,
  STREAM_EVENTS,
  matchRoute,
} from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { fromJSONSchema } from "zod";

type JsonSchema = Parameters<typeof fromJSONSchema>[0];

interface Operation {
  operationId?: string;
  responses?: Record<string, { description: string; headers?: object; content?: object }>;
}
interface Document {
  components: {
    schemas: {
      Setting: { anyOf: object[] };
      KnownSetting: { properties: Record<string, object> };
      ConditionalPrice: { properties: Record<string, object> };
    };
  };
}
interface StreamSchema {
  oneOf?: { $ref: string }[];
  discriminator?: { mapping: Record<string, string> };
}
interface EventSchema {
  properties?: { event?: { const: string }; data?: { $ref: string } };
}
const nameOf = (reference: string) => reference.split("/").at(-1) ?? "";
type Paths = Record<string, Record<string, Operation>>;

describe("openApiDocument", () => {
  const document = openApiDocument({ serverUrl: "/api/image-node" });
  const paths = document.paths as Paths;

  it("describes every method that an operation of the contract takes, HEAD too", () => {
    const described = Object.entries(paths).flatMap(([path, item]) => {
      const route = matchRoute(path.replaceAll("{id}", "x"));
      const methods = Object.keys(item).filter((key) => key !== "parameters");
      return methods.map((method) => `${route?.operation} ${method.toUpperCase()}`);
    });
    const taken = Object.entries(ROUTE_METHODS).flatMap(([operation, methods]) =>
      methods.map((method) => `${operation} ${method}`),
    );
    expect(described.sort()).toEqual(taken.sort());
    expect(Object.values(paths["/catalog"]?.head?.responses ?? {})).not.toContainEqual(
      expect.objectContaining({ content: expect.anything() }),
    );
  });

  it("says which headers answer and refuse", () => {
    const namesOf = (path: string, method: string, status: string) =>
      Object.keys(paths[path]?.[method]?.responses?.[status]?.headers ?? {});
    expect(namesOf("/catalog", "get", "200")).toEqual(expect.arrayContaining(["ETag", "Cache-Control"]));
    expect(namesOf("/catalog", "head", "304")).toEqual(expect.arrayContaining(["ETag"]));
    expect(namesOf("/generations", "post", "200")).toContain("Idempotency-Replayed");
    expect(namesOf("/generations", "post", "202")).toEqual(
      expect.arrayContaining(["Location", "Retry-After"]),
    );
    expect(namesOf("/generations", "post", "429")).toContain("Retry-After");
    expect(namesOf("/generations", "post", "405")).toContain("Allow");
    for (const item of Object.values(paths))
      for (const { responses = {} } of Object.values(item))
        for (const { headers = {} } of Object.values(responses))
          expect(headers).toHaveProperty(CONTRACT_HEADER);
  });

  it("lists every kind that has a status under the status of its table row", () => {
    const responses = paths["/generations"]?.post?.responses ?? {};
    for (const [kind, { status }] of Object.entries(ERROR_KINDS)) {
      if (status !== null) expect(responses[String(status)]?.description).toContain(kind);
    }
  });

  it("resolves each of its references, and refers to each of its components", () => {
    const components = document.components as Record<string, object>;
    const found = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(found.length).toBeGreaterThan(200);
    for (const [, kind, name] of found) expect(components[String(kind)]).toHaveProperty(String(name));
    const referred = new Set(found.map(([, kind, name]) => `${kind}/${name}`));
    const unused = Object.entries(components).flatMap(([kind, entries]) =>
      Object.keys(entries).filter((name) => !referred.has(`${kind}/${name}`)),
    );
    expect(unused).toEqual([]);
  });

  it("gives each thing one name: no two of its schemas are the same, and none repeats another", () => {
    const { schemas } = document.components as { schemas: Record<string, object> };
    const bodies = Object.values(schemas).map((schema) => JSON.stringify({ ...schema, description: "" }));
    expect(new Set(bodies).size).toBe(bodies.length);
    const objects = Object.entries(schemas).flatMap(([name, schema]) =>
      [...JSON.stringify({ ...schema, type: "" }).matchAll(/"type":"object","properties"/g)].map(() => name),
    );
    // Only what a provider reports, and the map of a model's settings, have no name of their own.
    expect(objects).toEqual(["UsageItem"]);
  });

  it("lets lists that may grow take names of a later version, with the names of this one beside them", () => {
    const { schemas } = document.components as {
      schemas: Record<string, { anyOf?: object[]; enum?: string[] }>;
    };
    for (const [open, known] of [
      ["ErrorKind", "KnownErrorKind"],
      ["ProblemReason", "KnownProblemReason"],
      ["RunStage", "KnownRunStage"],
      ["Style", "KnownStyle"],
    ] as const) {
      expect(schemas[open]?.anyOf).toEqual([
        { $ref: `#/components/schemas/${known}` },
        { type: "string", minLength: 1 },
      ]);
    }
    const sent = Object.entries(ERROR_KINDS).flatMap(([kind, { status }]) => (status === null ? [] : [kind]));
    expect(schemas.KnownErrorKind?.enum).toEqual(sent);
  });

  it("describes every event of the stream, each under its own name", () => {
    const { schemas } = document.components as { schemas: Record<string, StreamSchema & EventSchema> };
    const { oneOf = [], discriminator } = schemas.StreamEvent ?? {};
    const events = oneOf.map(({ $ref }) => {
      const { event, data } = schemas[nameOf($ref)]?.properties ?? {};
      expect(discriminator?.mapping[event?.const ?? ""]).toBe($ref);
      return [event?.const, nameOf(data?.$ref ?? "")];
    });
    expect(events.map(([event]) => event)).toEqual(Object.keys(STREAM_EVENTS));
    expect(Object.fromEntries(events)).toMatchObject({ result: "Generation", error: "Problem" });
  });

  it("is plain JSON with the server that it was asked for", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document.servers).toEqual([{ url: "/api/image-node" }]);
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

  it("say of each member of a setting what it bounds, and of a price with which settings it holds", () => {
    const [known] = (JSON.parse(JSON.stringify(openApiDocument())) as Document).components.schemas.Setting
      .anyOf;
    expect(known).toEqual({ $ref: "#/components/schemas/KnownSetting" });
    const { KnownSetting, ConditionalPrice } = (openApiDocument() as unknown as Document).components.schemas;
    expect(KnownSetting.properties).toMatchObject({
      maxLength: { type: "integer", minimum: 1 },
      minimum: { type: "number", description: "Least number." },
      maximum: { type: "number", description: "Greatest number." },
      multipleOf: { type: "number", exclusiveMinimum: 0 },
      description: { description: "Sentence that says what the setting changes." },
      advanced: { description: "Whether the form folds it away." },
    });
    expect(KnownSetting.properties.minimum).not.toHaveProperty("minimum");
    expect(ConditionalPrice.properties.when).toEqual({ $ref: "#/components/schemas/SettingValues" });
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
