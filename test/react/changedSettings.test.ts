import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { changedSettings } from "../../src/react/preview/compare/changedSettings.js";
import type { HistoryEntry } from "../../src/react/preview/history/HistoryEntry.js";
import { generationOf } from "./samples.js";

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
