import { describe, expect, it } from "vitest";
import {
  catalogSchema,
  createImageNodeConfig,
  findSettingFault,
  listPrice,
  pickSettings,
  priceOf,
  readModelSettings,
  validateImageNodeConfig,
} from "../../src/contract/index.js";
import type { Catalog, Setting, SettingFault } from "../../src/contract/index.js";
import { catalogFixture } from "../../src/testing/fixtures/catalogFixture.js";

const quality: Setting = { type: "string", enum: ["low", "high"], default: "low" };
const seed: Setting = { type: "integer", minimum: 0, maximum: 99 };
const settings = { properties: { seed, quality }, order: ["quality"] };

/** A catalog whose first model has settings, and whose second has only `steps`. */
function offer(): Catalog {
  const [model] = catalogFixture.imageModels;
  if (!model) throw new Error("The fixture has no image model.");
  const steps = { properties: { steps: { type: "integer" as const } } };
  const imageModels = [
    { ...model, settings },
    { ...model, id: "other", settings: steps },
  ];
  return catalogSchema.parse({ ...catalogFixture, imageModels, defaults: { imageModel: model.id } });
}

describe("readModelSettings", () => {
  it("lists settings in their order, the others after them", () => {
    expect(readModelSettings({ settings }).map(({ name }) => name)).toEqual(["quality", "seed"]);
  });

  it.each<[string, string, unknown]>([
    ["a kind of another version", "x", { type: "array", items: {} }],
    ["numbers to choose from", "x", { type: "integer", enum: ["1"] }],
    ["nothing to choose from", "x", { type: "string", enum: [] }],
    ["a bound that is a text", "x", { type: "integer", minimum: "0" }],
    ["no object", "x", null],
    ["a name that is none", "a b", { type: "boolean" }],
    ["the name of an object's prototype", "__proto__", { type: "boolean" }],
    ["the name of an object's constructor", "constructor", { type: "boolean" }],
    ["the name of a constructor's prototype", "prototype", { type: "boolean" }],
  ])("passes over %s", (_, name, setting) => {
    const properties = Object.fromEntries([
      [name, setting],
      ["fine", { type: "boolean" }],
    ]);
    expect(readModelSettings({ settings: { properties } }).map((each) => each.name)).toEqual(["fine"]);
  });

  it("leaves out a default that does not fit its setting, and keeps what it does not know", () => {
    const properties = { steps: { type: "integer", maximum: 5, default: 9, unit: "steps" } };
    expect(readModelSettings({ settings: { properties } })).toEqual([
      { name: "steps", type: "integer", maximum: 5, unit: "steps" },
    ]);
  });

  it("reads a catalog whose settings it does not know, whole", () => {
    const [model] = catalogFixture.imageModels;
    const odd = { properties: { x: { type: "array", enum: [1] } } };
    const catalog = { ...catalogFixture, imageModels: [{ ...model, settings: odd }] };
    expect(catalogSchema.parse(catalog)).toEqual(catalog);
  });
});

describe("findSettingFault", () => {
  it.each<[Setting, unknown, SettingFault | null]>([
    [{ type: "boolean" }, true, null],
    [{ type: "boolean" }, "true", "type"],
    [quality, "high", null],
    [quality, "ultra", "choice"],
    [quality, 1, "type"],
    [{ type: "string", maxLength: 3 }, "abc", null],
    [{ type: "string", maxLength: 3 }, "\u{1F600}\u{1F600}\u{1F600}", null],
    [{ type: "string", maxLength: 3 }, "abcd", "length"],
    [{ type: "string" }, "x".repeat(2001), "length"],
    [seed, 0, null],
    [seed, 99, null],
    [seed, -1, "minimum"],
    [seed, 100, "maximum"],
    [seed, 1.5, "step"],
    [seed, "1", "type"],
    [seed, NaN, "type"],
    [seed, null, "type"],
    [{ type: "integer" }, 2 ** 53, "step"],
    [{ type: "number", multipleOf: 0.1 }, 0.3, null],
    [{ type: "number", multipleOf: 0.1 }, 0.35, "step"],
    [{ type: "integer", multipleOf: 16 }, 1024, null],
    [{ type: "integer", multipleOf: 16 }, 1000, "step"],
    [{ type: "number", multipleOf: 0 }, 1.234, null],
  ])("finds in %j for %j: %s", (setting, value, fault) => {
    expect(findSettingFault(setting, value)).toBe(fault);
  });
});

describe("priceOf", () => {
  const price = [
    { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19", source: "list" },
    { when: { quality: "low", seed: 1 }, currency: "USD", min: "0.01", max: "0.01" },
    { currency: "USD", min: "0.04", max: "0.05" },
  ];

  it("takes the first price whose settings fit, with defaults", () => {
    expect(priceOf({ price, settings }, { quality: "high" })).toMatchObject({ min: "0.19", source: "list" });
    expect(priceOf({ price, settings }, { quality: "low", seed: 1 })).toMatchObject({ min: "0.01" });
    expect(priceOf({ price, settings }, { quality: "low", seed: 2 })).toMatchObject({ min: "0.04" });
  });

  it("spans what may fit where the provider chooses", () => {
    expect(priceOf({ price, settings })).toEqual({ currency: "USD", min: 0.01, max: 0.05 });
  });

  it("takes no value of a setting that the model does not have", () => {
    expect(priceOf({ price: price.slice(0, 1) }, { quality: "high" })).toBeNull();
    expect(priceOf({ price }, { quality: "high" })).toMatchObject({ min: "0.04" });
  });

  it("knows none where nothing fits or currencies differ", () => {
    expect(priceOf({ price: price.slice(0, 1), settings }, { quality: "low" })).toBeNull();
    expect(listPrice({ price: [price[0], { currency: "EUR", min: 1, max: 1 }] as never })).toBeNull();
  });

  it("keeps the plain price, and spans the list price from least to greatest", () => {
    const plain = { currency: "USD", min: 1, max: 2 };
    expect(priceOf({ price: plain }, { quality: "high" })).toEqual(plain);
    expect(listPrice({ price: plain })).toEqual(plain);
    expect(listPrice({ price })).toEqual({ currency: "USD", min: 0.01, max: 0.19, source: "list" });
    expect(listPrice({})).toBeNull();
  });
});

describe("pickSettings", () => {
  it("leaves out what the model does not have, and nothing else", () => {
    const config = createImageNodeConfig({ settings: { quality: "high", steps: 4 } });
    expect(pickSettings(config, offer())).toEqual(createImageNodeConfig({ settings: { quality: "high" } }));
    expect(pickSettings({ ...config, imageModel: "other" }, offer()).settings).toEqual({ steps: 4 });
    expect(config.settings).toEqual({ quality: "high", steps: 4 });
  });

  it("leaves no empty settings behind", () => {
    const config = createImageNodeConfig({ settings: { steps: 4 } });
    expect("settings" in pickSettings(config, offer())).toBe(false);
  });
});

describe("validateImageNodeConfig", () => {
  const prompt = { template: "A fox" };
  const find = (given: unknown, imageModel: string | null = null) =>
    validateImageNodeConfig(createImageNodeConfig({ prompt, imageModel, settings: given as never }), {
      catalog: offer(),
    }).filter(({ code }) => code.startsWith("setting"));

  it("judges settings by the chosen model", () => {
    expect(find({ quality: "high", seed: 3 })).toEqual([]);
    expect(find({ quality: "ultra", seed: 100 })).toMatchObject([
      { code: "setting_unsupported", severity: "error", pointer: "#/settings/quality" },
      { pointer: "#/settings/seed", params: { setting: "seed", reason: "maximum", maximum: 99 } },
    ]);
    expect(find({ quality: "ultra" }, "other")).toEqual([]);
  });

  it("warns of a setting that no model has, whatever its name", () => {
    expect(find({ steps: 4 })).toEqual([]);
    expect(find({ sharpness: 4 })).toMatchObject([{ code: "setting_unused", severity: "warning" }]);
    expect(find(JSON.parse('{"__proto__":1}'))).toMatchObject([
      { code: "setting_unused", severity: "warning", pointer: "#/settings/__proto__" },
    ]);
  });

  it("judges nothing without a catalog", () => {
    const config = createImageNodeConfig({ prompt, settings: { quality: 5 } });
    expect(validateImageNodeConfig(config)).toEqual([]);
  });
});
