import { MockImageModelV4 } from "ai/test";
import { describe, expect, it, vi } from "vitest";
import type { ModelSettings } from "image-generation-node/contract";
import type { GenerateImageRequest, ImageModelEntry, SettingValues } from "image-generation-node/server";
import { imageAnswer } from "./sdk/Sdk.js";
import { body, createImage, createTestBackend, succeed } from "./testBackend.js";

const SETTINGS: ModelSettings = {
  properties: {
    quality: { type: "string", enum: ["low", "high"], default: "low" },
    seed: { type: "integer", minimum: 0, maximum: 99 },
    detail: { type: "number", minimum: 0, maximum: 1, multipleOf: 0.1 },
    negative_prompt: { type: "string", maxLength: 5 },
    tiled: { type: "boolean" },
  },
};
const PRICE = [
  { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19" },
  { currency: "USD", min: "0.04", max: "0.04" },
];

/** A back end with a model that has settings, one that has `steps` only, and one without any. */
function createBackend() {
  const asked: SettingValues[] = [];
  const entry = (settings?: ModelSettings): ImageModelEntry => ({
    ...(settings && { settings, price: PRICE }),
    model: {
      generate: async (request) => {
        asked.push(request.settings);
        return createImage(8, 8);
      },
    },
  });
  const steps: ModelSettings = { properties: { steps: { type: "integer" } } };
  const imageModels = { painter: entry(SETTINGS), stepper: entry(steps), plain: entry() };
  return { ...createTestBackend({ imageModels }), asked };
}

describe("settings of a model", () => {
  it("are in the catalog as the entry describes them, with the price by setting", async () => {
    const catalog = await (await createBackend().get("/catalog")).json();
    expect(catalog.imageModels[0]).toMatchObject({ settings: SETTINGS, price: PRICE });
    expect("settings" in catalog.imageModels[2]).toBe(false);
  });

  it("reach an object with generate, with the defaults of those that are left out", async () => {
    const backend = createBackend();
    const settings = { seed: 7, negative_prompt: "no", tiled: false };
    const generation = await (await backend.post("/generations", body({ settings }))).json();
    expect(backend.asked).toEqual([{ quality: "low", ...settings }]);
    expect(generation.settings).toEqual({ quality: "low", ...settings });
    expect(generation.usage.items).toMatchObject([{ amount: "0.04" }]);
    expect("settings" in generation.output).toBe(false);
  });

  it("decide the price that usage records", async () => {
    const answer = await createBackend().post("/generations", body({ settings: { quality: "high" } }));
    expect((await answer.json()).usage.items).toMatchObject([{ amount: "0.19", currency: "USD" }]);
  });

  it("are kept in the answer of the run that is looked at later", async () => {
    const backend = createBackend();
    const { id } = await (await backend.post("/generations", body({ settings: { seed: 7 } }))).json();
    const status = await (await backend.get(`/generations/${id}`)).json();
    expect(status.settings).toEqual({ quality: "low", seed: 7 });
  });

  it("are not spoken of where the model has none", async () => {
    const backend = createBackend();
    const generation = await (await backend.post("/generations", body({ imageModel: "plain" }))).json();
    expect("settings" in generation).toBe(false);
    expect(backend.asked).toEqual([{}]);
  });

  it.each<[string, string, unknown, string]>([
    ["another type", "seed", "7", "type"],
    ["null", "seed", null, "type"],
    ["an object", "quality", { toString: "low" }, "type"],
    ["a number below", "seed", -1, "minimum"],
    ["a number above", "seed", 100, "maximum"],
    ["a fraction", "seed", 1.5, "step"],
    ["a number between two steps", "detail", 0.25, "step"],
    ["a value that is not offered", "quality", "ultra", "choice"],
    ["a text that is too long", "negative_prompt", "abcdef", "length"],
    ["a text for a switch", "tiled", "false", "type"],
    ["a name that no model has", "sharpness", 1, "unknown"],
    ["the name of an object's prototype", "__proto__", { seed: 1 }, "unknown"],
    ["the name of a member of objects", "constructor", 1, "unknown"],
    ["an empty name", "", 1, "unknown"],
  ])("refuse %s before anything is spent", async (_, name, value, reason) => {
    const backend = createBackend();
    const settings = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object;
    const response = await backend.post("/generations", body({ settings: settings as never }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      kind: "invalid_request",
      charged: false,
      errors: [{ pointer: `#/config/settings/${name}`, code: "setting_unsupported", setting: name, reason }],
    });
    expect(backend.asked).toEqual([]);
  });

  it.each([null, 5, "high", ["high"]])("are no %j", async (settings) => {
    const backend = createBackend();
    const response = await backend.post("/generations", body({ settings: settings as never }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: "#/config/settings" }] });
    expect(backend.asked).toEqual([]);
  });

  it("lists at most fifty faults", async () => {
    const settings = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`odd${index}`, 1]));
    const response = await createBackend().post("/generations", body({ settings }));
    expect((await response.json()).errors).toHaveLength(50);
  });

  it("leave one that only another model has unused, with a warning", async () => {
    const backend = createBackend();
    const settings = { steps: "whatever it takes", seed: 7 };
    const generation = await (await backend.post("/generations", body({ settings }))).json();
    expect(backend.asked).toEqual([{ quality: "low", seed: 7 }]);
    expect(generation.warnings).toMatchObject([{ code: "setting_unused", params: { setting: "steps" } }]);
  });

  it("refuse a value that the other model takes, after the model has changed", async () => {
    const imageModel = "stepper";
    const backend = createBackend();
    const response = await backend.post(
      "/generations",
      body({ imageModel, settings: { steps: 1.5, seed: 7 } }),
    );
    expect(await response.json()).toMatchObject({ errors: [{ pointer: "#/config/settings/steps" }] });
    expect(backend.asked).toEqual([]);
  });
});

describe("settings that an object with generate reports", () => {
  const report = async (...reports: unknown[]) => {
    const model = {
      generate: ({ onSettings }: GenerateImageRequest) => {
        for (const each of reports) onSettings?.(each as SettingValues);
        return createImage(8, 8);
      },
    };
    const backend = createTestBackend({ imageModels: { painter: { model, settings: SETTINGS } } });
    const { id, settings } = await succeed(await backend.post("/generations", body()));
    const status = (await (await backend.get(`/generations/${id}`)).json()) as { settings?: unknown };
    expect(status.settings).toEqual(settings);
    return settings;
  };

  it("are in the answer, over what was asked", async () => {
    expect(await report({ seed: 42, quality: "high" })).toEqual({ quality: "high", seed: 42 });
    expect(await report({ seed: 1 }, { seed: 2 })).toEqual({ quality: "low", seed: 2 });
  });

  it("may be some that the catalog does not offer", async () => {
    expect(await report({ steps: 20, sampler: "euler" })).toEqual({
      quality: "low",
      steps: 20,
      sampler: "euler",
    });
  });

  it.each<[string, unknown]>([
    ["a value that is none", { steps: null, seed: { value: 4 }, tiled: undefined, sampler: ["euler"] }],
    ["a number that is none", { steps: Number.NaN, scale: Infinity }],
    ["a value that the setting does not take", { quality: "ultra", seed: 100, negative_prompt: "abcdef" }],
    ["a long text", { note: "x".repeat(2001) }],
    ["an odd name", JSON.parse('{"__proto__":{"seed":1},"a-b":1,"":1}')],
    ["no object", "seed=4"],
    ["null", null],
    ["a list", [4711]],
  ])("leave out %s", async (_, given) => {
    expect(await report(given)).toEqual({ quality: "low" });
  });

  it("are at most fifty", async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`s${index}`, index]));
    expect(Object.keys((await report(many)) ?? {}).length).toBeLessThanOrEqual(51);
  });
});

describe("settings of a model of the AI SDK", () => {
  const withCall = (more: Partial<ImageModelEntry>) => {
    const doGenerate = vi.fn((_call: unknown) => imageAnswer(8, 8));
    const model = new MockImageModelV4({ provider: "acme", doGenerate });
    const entry = { model, settings: SETTINGS, ...more } as ImageModelEntry;
    return { doGenerate, backend: createTestBackend({ imageModels: { painter: entry } }) };
  };

  it("become the call that the entry makes of them", async () => {
    const { doGenerate, backend } = withCall({
      call: ({ seed, quality, tiled }) => ({
        seed: Number(seed),
        size: "64x64",
        providerOptions: { acme: { quality, tiled } },
      }),
      providerOptions: { acme: { tiled: true, key: 1 } },
    });
    const settings = { seed: 7, tiled: false };
    expect((await backend.post("/generations", body({ settings }))).status).toBe(200);
    expect(doGenerate.mock.calls.flat()).toMatchObject([
      { seed: 7, size: "64x64", providerOptions: { acme: { quality: "low", tiled: true, key: 1 } } },
    ]);
  });

  it("end the run uncharged where the entry's call fails", async () => {
    const { doGenerate, backend } = withCall({
      call: () => {
        throw new Error("The host's own fault.");
      },
    });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ charged: false });
    expect(doGenerate).not.toHaveBeenCalled();
  });

  it("tell the seed that the provider chose", async () => {
    const answer = await imageAnswer(8, 8);
    const providerMetadata = { acme: { images: [{ seed: 4711 }] } };
    const model = new MockImageModelV4({
      provider: "acme",
      doGenerate: async () => ({ ...answer, providerMetadata }),
    });
    const backend = createTestBackend({ imageModels: { painter: { model: model as never } } });
    const generation = await (await backend.post("/generations", body())).json();
    expect(generation.settings).toEqual({ seed: 4711 });
  });
});

describe("a model's entry", () => {
  const model = { generate: () => createImage(8, 8) };
  const sdk = new MockImageModelV4({ provider: "acme" }) as never;
  const make = (entry: object) => () =>
    createTestBackend({ imageModels: { painter: { model, ...entry } as ImageModelEntry } });
  const offering = (name: string, setting: object) => make({ settings: { properties: { [name]: setting } } });

  it.each([
    "safety_tolerance",
    "disable_safety_checker",
    "moderation",
    "personGeneration",
    "webhook_url",
    "callbackUrl",
    "image_url",
    "mask",
    "pollIntervalMillis",
    "n",
    "num_images",
    "numberOfImages",
    "api_key",
  ])("is refused with the setting %s", (name) => {
    expect(offering(name, { type: "boolean" })).toThrow(/never a user's to set/);
  });

  it.each(["num_inference_steps", "numInferenceSteps", "image_size", "seed"])(
    "may offer the setting %s",
    (name) => {
      expect(offering(name, { type: "integer" })).not.toThrow();
    },
  );

  it.each<[string, string, object, RegExp]>([
    ["an unknown kind", "x", { type: "array" }, /no form can read/],
    ["an odd name", "a-b", { type: "boolean" }, /no form can read/],
    ["an unknown member", "x", { type: "boolean", titel: "X" }, /Did you mean "title"/],
    [
      "a default that does not fit",
      "x",
      { type: "integer", maximum: 5, default: 6 },
      /default 6 does not fit/,
    ],
    ["bounds the wrong way round", "x", { type: "integer", minimum: 2, maximum: 1 }, /minimum is above/],
    ["a step of nothing", "x", { type: "number", multipleOf: 0 }, /multipleOf is not above 0/],
    ["a value twice", "x", { type: "string", enum: ["a", "a"] }, /a value twice/],
  ])("is refused with %s", (_, name, setting, words) => {
    expect(offering(name, setting)).toThrow(TypeError);
    expect(offering(name, setting)).toThrow(words);
  });

  it("is refused with a setting that goes nowhere", () => {
    const settings = { properties: { sharpness: { type: "boolean" } } };
    expect(make({ model: sdk, settings })).toThrow(/"sharpness", whose value would go nowhere/);
    expect(make({ model: sdk, settings, call: () => ({}) })).not.toThrow();
    expect(make({ model: sdk, settings: ["sharpness"] })).toThrow(/not known of its provider/);
  });

  it("is refused with an order of what it does not describe, and with too many", () => {
    expect(make({ settings: { properties: {}, order: ["x"] } })).toThrow(/orders the setting "x"/);
    const many = Array.from({ length: 51 }, (_, index) => [`s${index}`, { type: "boolean" }]);
    expect(make({ settings: { properties: Object.fromEntries(many) } })).toThrow(/At most 50/);
  });
});
