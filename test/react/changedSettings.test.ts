import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { changedModelSettings, changedSettings } from "../../src/react/preview/compare/changedSettings.js";
import type { HistoryEntry } from "../../src/react/preview/history/HistoryEntry.js";
import { catalog, generationOf } from "./samples.js";

const entryOf = (config: ImageNodeConfigOverrides = {}, stages = {}): HistoryEntry => ({
  config: createImageNodeConfig(config),
  generation: generationOf({ stages: { ...generationOf().stages, ...stages } }),
});

describe("changedSettings", () => {
  it.each([
    ["nothing", {}, {}, []],
    ["the style", { style: "sketch" }, {}, ["style"]],
    ["the prompt", { prompt: { template: "A dog" } }, { resolved: "A dog" }, ["prompt"]],
    ["the values only", {}, { resolved: "A gothic cat" }, ["values"]],
    ["two", { style: "sketch", aspectRatio: "portrait" }, {}, ["aspectRatio", "style"]],
    ["what its mode does not use", { promptModel: "acme/writer", prompt: { instructions: "x" } }, {}, []],
    ["the mode", { prompt: { mode: "auto" } }, {}, ["mode"]],
  ] as const)("says that %s changed", (_, config, stages, expected) => {
    const changes = changedSettings(entryOf(), entryOf(config, stages));
    expect(changes?.map((change) => change.setting)).toEqual(expected);
  });

  it("tells apart that a model wrote another prompt for the same settings", () => {
    const auto: ImageNodeConfigOverrides = { prompt: { mode: "auto" } };
    const changes = changedSettings(entryOf(auto, { written: "A" }), entryOf(auto, { written: "B" }));
    expect(changes).toEqual([{ setting: "written", before: "A", after: "B" }]);
  });

  it("claims nothing where the settings of one are not known", () => {
    expect(changedSettings(entryOf(), { generation: generationOf() })).toBeNull();
  });

  const madeWith = (settings: object | undefined, config: ImageNodeConfigOverrides = {}): HistoryEntry => ({
    ...entryOf(config),
    generation: generationOf({ ...(settings && { settings: settings as Record<string, unknown> }) }),
  });
  const names = (a: HistoryEntry, b: HistoryEntry) =>
    changedModelSettings(a, b, offered).map(({ name, before, after }) => [name, before, after]);
  const properties = { quality: { type: "string", enum: ["low", "high"], default: "low" } } as const;
  const offered = {
    ...catalog,
    imageModels: catalog.imageModels.map((model) => ({ ...model, settings: { properties } })),
  };

  it("compares the settings of the model that were used, also under the names of a prototype", () => {
    const before = madeWith({ quality: "low", seed: 1 }, { settings: { gone: 1 } });
    const after = madeWith({ quality: "high", seed: 1, toString: 2 });
    expect(names(before, after)).toEqual([
      ["quality", "low", "high"],
      ["toString", undefined, 2],
    ]);
    expect(names(before, before)).toEqual([]);
  });

  it("compares what was chosen for the model where a back end does not tell what was used", () => {
    const old = madeWith(undefined, { settings: { quality: "low", gone: 1 } });
    const told = madeWith({ quality: "low", seed: 5 }, { settings: { quality: "low" } });
    expect(names(old, told)).toEqual([]);
    expect(names(old, madeWith(undefined))).toEqual([["quality", "low", undefined]]);
    expect(changedModelSettings(old, told, undefined).map(({ name }) => name)).toEqual(["gone"]);
  });

  it("has words for each setting, in both languages", () => {
    for (const name of [
      "mode",
      "prompt",
      "values",
      "written",
      "imageModel",
      "promptModel",
      "aspectRatio",
      "style",
    ]) {
      for (const words of [en, de.words]) {
        expect(words).toHaveProperty([`compare.only.${name}`]);
        expect(words).toHaveProperty([`setting.${name}`]);
      }
    }
  });
});
