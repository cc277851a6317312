import {
  ERROR_KINDS,
  STREAM_EVENTS,
  catalogSchema,
  generationRequestSchema,
  generationSchema,
  generationStatusSchema,
  isRetryable,
  listSettingFaults,
  pickSettings,
  priceOf,
  problemSchema,
  promptPreviewSchema,
  readModelSettings,
  refreshedUrlSchema,
  uploadSchema,
  streamEventSchema,
} from "image-generation-node/contract";
import type { ErrorKind } from "image-generation-node/contract";
import { openApiDocument } from "image-generation-node/contract/openapi";
import { describe, expect, it } from "vitest";
import { fromJSONSchema } from "zod";
import { readEvents } from "../../src/testing/conformance/readEvents.js";

type JsonSchema = Parameters<typeof fromJSONSchema>[0];
interface Media {
  schema: { $ref?: string };
  examples?: Record<string, { $ref: string }>;
}
interface Body {
  content?: Record<string, Media>;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; required: boolean; example?: unknown; schema: { pattern?: string } }[];
  requestBody?: Body;
  responses: Record<string, Body>;
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    examples: Record<string, { summary: string; value: unknown }>;
  };
};
const { schemas, examples } = document.components;
const valueOf = (name: string) => examples[name]?.value;

/** Every example at the place where it stands. */
const found = Object.values(document.paths).flatMap((item) =>
  Object.values(item)
    .filter((operation) => "responses" in operation)
    .flatMap(({ operationId, requestBody, responses }) =>
      Object.entries({ ...(requestBody && { request: requestBody }), ...responses }).flatMap(
        ([at, { content }]) =>
          Object.entries(content ?? {}).map(([type, { schema, examples: named = {} }]) => ({
            place: `${operationId} ${at} ${type}`,
            type,
            schema: schema.$ref?.split("/").at(-1),
            values: Object.values(named).map(({ $ref }) => valueOf($ref.split("/").at(-1) ?? "")),
          })),
      ),
    ),
);

const defs = JSON.parse(JSON.stringify(schemas).replaceAll("#/components/schemas/", "#/$defs/")) as object;
const printed = (name: string) => fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: defs } as JsonSchema);
const ZOD = {
  Catalog: catalogSchema,
  GenerationRequest: generationRequestSchema,
  Generation: generationSchema,
  GenerationStatus: generationStatusSchema,
  PromptPreview: promptPreviewSchema,
  RefreshedUrl: refreshedUrlSchema,
  Upload: uploadSchema,
  Problem: problemSchema,
};

describe("the examples of the document", () => {
  it("stand at every request and every answer that can be written as JSON or text", () => {
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(({ type, values }) => /json|text/.test(type) && values.length === 0)).toEqual([]);
    expect(found.flatMap(({ values }) => values)).not.toContain(undefined);
  });

  it("fit the schemas that they are examples of, as zod and as JSON Schema see them", () => {
    const used = new Set(found.flatMap(({ schema }) => schema ?? []));
    expect(used).toEqual(new Set(Object.keys(ZOD)));
    for (const { place, schema, values } of found) {
      if (schema === undefined) continue;
      const asPrinted = printed(schema);
      for (const value of values) {
        expect([place, ZOD[schema as keyof typeof ZOD].safeParse(value).error?.issues]).toEqual([
          place,
          undefined,
        ]);
        expect([place, asPrinted.safeParse(value).error?.issues]).toEqual([place, undefined]);
      }
    }
  });

  it("of streams are streams: every event by name, one end, each as zod and as JSON Schema see it", () => {
    const streams = found.filter(({ type }) => type === "text/event-stream");
    expect(streams.map(({ place }) => place.split(" ")[0])).toEqual(["generate", "getGeneration"]);
    const event = printed("StreamEvent");
    const seen = new Set<string>();
    for (const text of streams.flatMap(({ values }) => values)) {
      const { events } = readEvents(String(text));
      const decoded = events.map(({ event: name, data }) => ({
        event: name,
        data: JSON.parse(data) as unknown,
      }));
      for (const each of decoded) {
        seen.add(each.event);
        expect([each, streamEventSchema.safeParse(each).success]).toEqual([each, true]);
        expect([each, event.safeParse(each).error?.issues]).toEqual([each, undefined]);
      }
      expect(decoded.filter(({ event: name }) => name === "result" || name === "error")).toEqual(
        decoded.slice(-1),
      );
    }
    expect([...seen].sort()).toEqual(Object.keys(STREAM_EVENTS).sort());
  });

  it("of parameters fit their patterns", () => {
    const parameters = Object.values(document.paths).flatMap((item) =>
      Object.values(item).flatMap(
        (each) => (Array.isArray(each) ? (each as Operation["parameters"]) : each.parameters) ?? [],
      ),
    );
    for (const each of parameters) {
      expect(each.example).toEqual(expect.stringMatching(each.schema.pattern ?? /./));
    }
  });

  it("of refusals are one of each kind, by the error table", () => {
    for (const [kind, { status }] of Object.entries(ERROR_KINDS)) {
      if (status === null) {
        expect(examples).not.toHaveProperty(kind);
        continue;
      }
      const problem = problemSchema.parse(valueOf(kind));
      const retryable = isRetryable(kind as ErrorKind, problem.charged);
      expect(problem).toMatchObject({ kind, status, retryable, requestId: expect.any(String) });
    }
  });

  it("tell one story: the request's settings by the catalog are those of the answer", () => {
    const catalog = catalogSchema.parse(valueOf("catalog"));
    const request = generationRequestSchema.parse(valueOf("manual"));
    const generation = generationSchema.parse(valueOf("generation"));
    const problem = problemSchema.parse(valueOf("invalid_request"));
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
    expect(problem.errors?.slice(0, 1)).toMatchObject([
      { ...fault?.bound, reason: fault?.fault, detail: fault?.detail },
    ]);
  });
});
