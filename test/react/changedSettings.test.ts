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

const auto: ImageNodeConfigOverrides = { prompt: { mode: "auto" } };

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
    const changes = changedSettings(entryOf(auto, { written: "A" }), entryOf(auto, { written: "B" }));
    expect(changes).toEqual([{ setting: "written", before: "A", after: "B" }]);
  });

  const usedBy = (model: string, config: ImageNodeConfigOverrides = {}): HistoryEntry => {
    const entry = entryOf(config);
    const items = [{ kind: "prompt" as const, provider: "acme", model }];
    return { ...entry, generation: { ...entry.generation, usage: { items } } };
  };
  const ai: ImageNodeConfigOverrides = { prompt: { mode: "prompt_ai", instructions: "Draw" } };

  it("compares the model that was used with one that was used, and a chosen with a chosen", () => {
    const untold = { ...entryOf(auto), generation: generationOf({ usage: { items: [] } }) };
    expect(changedSettings(untold, usedBy("acme/writer", auto))).toEqual([]);
    expect(changedSettings(usedBy("acme/writer", auto), untold)).toEqual([]);
    const chosen = { ...auto, promptModel: "acme/writer" };
    expect(changedSettings(usedBy("acme/writer", auto), usedBy("acme/writer", chosen))).toEqual([]);
    const [change] = changedSettings(usedBy("acme/old", auto), usedBy("acme/writer", auto)) ?? [];
    expect(change).toEqual({ setting: "promptModel", before: "acme/old", after: "acme/writer" });
  });

  const sends = (prompt: string, config: ImageNodeConfigOverrides, stages = {}): HistoryEntry => {
    const entry = entryOf(config, stages);
    return { ...entry, generation: { ...entry.generation, output: { ...entry.generation.output, prompt } } };
  };

  it("counts another final prompt where no other text of the runs tells it", () => {
    const names = (a: HistoryEntry, b: HistoryEntry) => changedSettings(a, b)?.map(({ setting }) => setting);
    expect(names(sends("A cat", ai), sends("A dog", auto))).toEqual(["mode", "sent"]);
    expect(names(sends("A cat", {}), sends("A dog", {}))).toEqual(["sent"]);
    expect(names(sends("A cat", {}), sends("A cat as sketch", { style: "sketch" }))).toEqual(["style"]);
    const written = (text: string) => sends(text, auto, { written: text });
    expect(names(written("A cat"), written("A dog"))).toEqual(["written"]);
  });

  it("counts other reference images, by those that were used where both tell them", () => {
    const names = (a: HistoryEntry, b: HistoryEntry) => changedSettings(a, b);
    const one = { references: [{ attachmentId: "a" }] };
    const variable = { references: [{ value: "{{photo.output}}" }] };
    const gave = (...ids: string[]): HistoryEntry => ({
      ...entryOf(variable),
      generation: generationOf({ references: ids.map((attachmentId) => ({ attachmentId })) }),
    });
    expect(names(entryOf(), entryOf(one))).toEqual([{ setting: "references", before: "0", after: "1" }]);
    expect(names(entryOf(one), entryOf(one))).toEqual([]);
    expect(names(entryOf(variable), gave("a"))).toEqual([]);
    expect(names(gave("a"), gave("a"))).toEqual([]);
    expect(names(gave("a"), gave("b"))).toEqual([{ setting: "references", before: "1", after: "1" }]);
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
      "sent",
      "references",
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
