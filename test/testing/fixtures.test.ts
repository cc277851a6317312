import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  ERROR_KINDS,
  catalogSchema,
  generationRequestSchema,
  generationSchema,
  generationStatusSchema,
  imageNodeConfigSchema,
  priceOf,
  problemSchema,
  readModelSettings,
  streamEventSchema,
} from "image-generation-node/contract";
import { createPng, fixtures } from "image-generation-node/testing";

describe("fixtures", () => {
  it.each([
    ["catalog", catalogSchema, fixtures.catalog],
    ["emptyCatalog", catalogSchema, fixtures.emptyCatalog],
    ["basicCatalog", catalogSchema, fixtures.basicCatalog],
    ["settingsCatalog", catalogSchema, fixtures.settingsCatalog],
    ["config", imageNodeConfigSchema, fixtures.config],
    ["request", generationRequestSchema, fixtures.request],
    ["generation", generationSchema, fixtures.generation],
    ["running", generationStatusSchema, fixtures.running],
  ])("has a %s that its schema allows", (_name, schema, value) => {
    expect(schema.safeParse(value).error?.issues).toBeUndefined();
  });

  it("has a catalog with a setting of every kind, whose defaults and prices fit", () => {
    const models = fixtures.settingsCatalog.imageModels;
    const settings = models.flatMap((model) => readModelSettings(model));
    const kinds = settings.map(({ type, enum: choices }) => (choices ? "enum" : type));
    expect(new Set(kinds)).toEqual(new Set(["enum", "string", "integer", "number", "boolean"]));
    expect(settings).toHaveLength(8);
    expect(settings.filter((each) => each.default !== undefined)).toHaveLength(4);
    expect(models.map((model) => priceOf(model)?.max ?? null)).toEqual(["0.07", null, null]);
  });

  it("has one valid problem for every kind that can cross the wire", () => {
    const wire = Object.entries(ERROR_KINDS).filter(([, info]) => info.status !== null);
    expect(Object.keys(fixtures.problems).sort()).toEqual(wire.map(([kind]) => kind).sort());
    for (const [kind, info] of wire) {
      const problem = fixtures.problems[kind as keyof typeof fixtures.problems];
      expect(problemSchema.safeParse(problem).error?.issues).toBeUndefined();
      expect(problem).toMatchObject({ kind, status: info.status });
    }
  });

  it("has stream events that their schema allows, the last one a result", () => {
    for (const event of fixtures.streamEvents) {
      expect(streamEventSchema.safeParse(event).error?.issues).toBeUndefined();
    }
    expect(fixtures.streamEvents.at(-1)?.event).toBe("result");
  });
});

describe("createPng", () => {
  it.each([
    [64, 64],
    [1, 1],
    [1536, 864],
    [33, 7],
  ])("draws a picture of %i × %i pixels that decoders accept", async (width, height) => {
    const { data, info } = await sharp(createPng({ width, height }))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width, height });
    expect(data.length).toBeGreaterThan(0);
  });

  it("draws the same bytes for the same seed, and others for another", () => {
    const draw = (seed?: number) => Buffer.from(createPng({ seed })).toString("base64");
    const seeds = [undefined, 0, 1, 2, 255, 256, 65_536, 16_777_216, 4_294_967_295, 4_294_967_296];
    expect(new Set(seeds.map(draw)).size).toBe(seeds.length);
    expect(draw(256)).toBe(draw(256));
    expect(draw()).toBe(Buffer.from(fixtures.png).toString("base64"));
  });

  it("draws the same bytes each time", () => {
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(createPng())).toBe(hash(fixtures.png));
  });
});
