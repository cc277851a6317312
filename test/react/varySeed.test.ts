import { createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest, ImageNodeConfig, Setting } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { chosenConfigs } from "../../src/internal/chosenConfigs.js";
import { prepareSettings } from "../../src/react/config-form/settings/prepareSettings.js";
import { varySeed, withNewSeed } from "../../src/react/config-form/settings/varySeed.js";
import { catalog } from "./samples.js";

const offer = (seed?: Setting) => {
  const [first, ...rest] = catalog.imageModels;
  if (!first) throw new Error("The sample catalog has an image model.");
  const settings = { properties: { quality: { type: "string" as const }, ...(seed && { seed }) } };
  return { ...catalog, imageModels: [{ ...first, settings }, ...rest] };
};
const whole = (bounds: Partial<Setting> = {}): Setting => ({ type: "integer", ...bounds });
const configOf = (settings?: Record<string, unknown>) =>
  createImageNodeConfig({ ...(settings && { settings }) } as Partial<ImageNodeConfig>);

/** The seeds of so many images. */
function seeds(config: ImageNodeConfig, setting: Setting | undefined, count: number): unknown[] {
  const request: GenerationRequest = { config };
  return Array.from({ length: count }, (_, index) => {
    const varied = varySeed(request, index + 1, offer(setting));
    return varied.config.settings?.["seed"];
  });
}

describe("several images of one seed", () => {
  it.each<[string, number, Partial<Setting>, number[]]>([
    ["counts on", 7, {}, [7, 8, 9, 10]],
    ["counts in the model's steps", 10, { minimum: 0, maximum: 100, multipleOf: 5 }, [10, 15, 20, 25]],
    ["goes on at the least after the greatest", 9, { minimum: 4, maximum: 10 }, [9, 10, 4, 5]],
    [
      "ends at the last step within the bounds",
      96,
      { minimum: 3, maximum: 99, multipleOf: 4 },
      [96, 4, 8, 12],
    ],
    ["repeats where the model takes fewer", 1, { minimum: 0, maximum: 1 }, [1, 0, 1, 0]],
    ["stays where the model takes one only", 3, { minimum: 3, maximum: 3 }, [3, 3, 3, 3]],
    ["counts from below nothing", -2, { minimum: -2 }, [-2, -1, 0, 1]],
    ["stays within what every provider takes", 2 ** 31 - 2, {}, [2 ** 31 - 2, 2 ** 31 - 1, 0, 1]],
    [
      "stays exact up to the greatest whole number",
      Number.MAX_SAFE_INTEGER - 1,
      { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 0, 1],
    ],
  ])("%s", (_, seed, bounds, expected) => {
    expect(seeds(configOf({ seed }), whole(bounds), 4)).toEqual(expected);
  });

  it.each<[string, unknown, Setting | undefined]>([
    ["is a text", "7", whole()],
    ["is no whole number", 1.5, whole()],
    ["is out of bounds", 12, whole({ minimum: 0, maximum: 10 })],
    ["is that of a model without one", 7, undefined],
    ["is that of a model that takes any number", 7, { type: "number" }],
  ])("stays where it %s", (_, seed, setting) => {
    expect(seeds(configOf({ seed }), setting, 3)).toEqual([seed, seed, seed]);
  });

  it("begins with the model's default, which would make all the same", () => {
    expect(seeds(configOf({ quality: "low" }), whole({ default: 40 }), 3)).toEqual([undefined, 41, 42]);
  });

  it("leaves the request alone, and the rest of the settings in it", () => {
    const config = Object.freeze({ ...configOf(), settings: Object.freeze({ seed: 1, quality: "low" }) });
    const request = Object.freeze({ config, variables: { a: 1 } });
    const varied = varySeed(request, 2, offer(whole()));
    expect(varied).toEqual({ ...request, config: { ...config, settings: { seed: 2, quality: "low" } } });
    expect(varySeed(request, 1, offer(whole()))).toBe(request);
    expect(varySeed(request, 2, undefined)).toBe(request);
  });
});

describe("the configuration that the history shows", () => {
  const vary = (chosen: ImageNodeConfig, setting = whole()) => {
    const config = prepareSettings(chosen, offer(setting));
    const varied = varySeed({ config }, 3, offer(setting));
    return { seed: varied.config.settings?.["seed"], first: config, shown: chosenConfigs.get(varied.config) };
  };

  it("is the chosen one where the seed was drawn", () => {
    const chosen = configOf({ quality: "low", gone: 1 });
    const { shown, seed, first } = vary(chosen);
    expect(seed).not.toBe(first.settings?.["seed"]);
    expect(shown).toBe(chosen);
  });

  it("is the chosen one where the model's default is the seed", () => {
    const chosen = configOf({ quality: "low" });
    expect(vary(chosen, whole({ default: 40 })).shown).toEqual(chosen);
  });

  it("has the image's own seed where one was chosen, and the values of other models", () => {
    expect(vary(configOf({ seed: 5, gone: 1 })).shown).toMatchObject({ settings: { seed: 7, gone: 1 } });
    expect(vary(configOf({ seed: 5 })).shown).toMatchObject({ settings: { seed: 7 } });
  });
});

describe("more like an image", () => {
  it("is asked for without its seed, where the model draws one", () => {
    const config = configOf({ seed: 5, quality: "low" });
    expect(withNewSeed(config, offer(whole())).settings).toEqual({ quality: "low" });
    expect(withNewSeed(configOf({ seed: 5 }), offer(whole()))).not.toHaveProperty("settings");
    expect(config.settings).toEqual({ seed: 5, quality: "low" });
  });

  it("is asked for with a drawn one, where the model would take its default each time", () => {
    const { settings } = withNewSeed(
      configOf({ seed: 5 }),
      offer(whole({ minimum: 6, maximum: 9, default: 7 })),
    );
    expect(settings?.["seed"]).toBeGreaterThanOrEqual(6);
    expect(settings?.["seed"]).toBeLessThanOrEqual(9);
  });

  it("stays as it is for a model without a seed", () => {
    const config = configOf({ seed: 5 });
    expect(withNewSeed(config, offer())).toBe(config);
    expect(withNewSeed(config, undefined)).toBe(config);
  });
});
