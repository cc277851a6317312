import { describe, expect, it } from "vitest";
import { createImageNodeConfig, isMadeWith, readPinnedImage } from "image-generation-node/contract";
import type { ImageNodeConfigOverrides, PinnedImage } from "image-generation-node/contract";
import { contractJsonSchemas } from "image-generation-node/contract/openapi";
import { createSampleGeneration } from "../client/samples.js";

const generation = createSampleGeneration();
const config = createImageNodeConfig({ prompt: { template: "A fox" } });
const pinned: PinnedImage = { generation, config, pinnedAt: "2026-11-29T10:00:00Z" };

describe("readPinnedImage", () => {
  it("keeps a good one as the same object, with what it does not know", () => {
    const own = { ...pinned, by: "ada" };
    expect(readPinnedImage(own)).toBe(own);
    expect(readPinnedImage({ generation })).toEqual({ generation });
  });

  it.each<[string, object, object]>([
    ["a configuration", { config: { version: 9 } }, { generation, pinnedAt: pinned.pinnedAt }],
    ["a configuration that is null", { config: null }, { generation, pinnedAt: pinned.pinnedAt }],
    ["a time", { pinnedAt: "yesterday" }, { generation, config }],
    ["a time that is a number", { pinnedAt: 1 }, { generation, config }],
    ["a detail of the image", { generation: { ...generation, usage: 4, settings: 7 } }, pinned],
    ["the mark of an answer", { generation: { ...generation, pinned: "yes" } }, pinned],
  ])("leaves out %s that can't be read, and keeps the rest", (_, change, expected) => {
    expect(readPinnedImage({ ...pinned, ...change, by: "ada" })).toEqual({ ...expected, by: "ada" });
  });

  it.each([undefined, null, "", 0, "pinned", [], {}, { generation: { id: "gen_1" } }, { ...generation }])(
    "finds no image in %j",
    (value) => {
      expect(readPinnedImage(value)).toBeUndefined();
    },
  );

  it("is what its JSON schema says, and is no part of what is sent", () => {
    const { PinnedImage: schema } = contractJsonSchemas();
    expect(schema).toMatchObject({
      required: ["generation"],
      properties: { pinnedAt: { type: "string", format: "date-time" } },
    });
  });
});

describe("isMadeWith", () => {
  const made = (was: ImageNodeConfigOverrides, now: ImageNodeConfigOverrides) =>
    isMadeWith({ generation, config: createImageNodeConfig(was) }, createImageNodeConfig(now));
  const both: [ImageNodeConfigOverrides, ImageNodeConfigOverrides][] = [
    [{}, {}],
    [{ prompt: { instructions: "a" } }, { prompt: { instructions: "b" } }],
    [{ promptModel: "x" }, { promptModel: null }],
    [{ prompt: { mode: "prompt_ai", template: "a" } }, { prompt: { mode: "prompt_ai", template: "b" } }],
    [
      { prompt: { mode: "auto", template: "a", instructions: "a" } },
      { prompt: { mode: "auto", template: "b", instructions: "b" } },
    ],
    [{ settings: {} }, {}],
    [{ references: [] }, {}],
    [{ settings: { seed: undefined } }, {}],
    [{ settings: { a: 1, b: { c: [1] } } }, { settings: { b: { c: [1] }, a: 1 } }],
    [{ later: 1 } as ImageNodeConfigOverrides, { later: 2 } as ImageNodeConfigOverrides],
  ];
  it.each(both)("is true for %j and %j", (was, now) => {
    expect(made(was, now)).toBe(true);
    expect(made(now, was)).toBe(true);
  });

  it.each<[ImageNodeConfigOverrides, ImageNodeConfigOverrides]>([
    [{ prompt: { template: "a" } }, { prompt: { template: "b" } }],
    [{ prompt: { mode: "manual" } }, { prompt: { mode: "auto" } }],
    [
      { prompt: { mode: "prompt_ai", instructions: "a" } },
      { prompt: { mode: "prompt_ai", instructions: "b" } },
    ],
    [
      { prompt: { mode: "auto" }, promptModel: "x" },
      { prompt: { mode: "auto" }, promptModel: "y" },
    ],
    [{ imageModel: "x" }, { imageModel: null }],
    [{ aspectRatio: "portrait" }, { aspectRatio: "square" }],
    [{ style: "sketch" }, { style: "auto" }],
    [{ settings: { seed: 1 } }, { settings: { seed: 2 } }],
    [{ settings: { seed: 1 } }, {}],
    [{ references: [{ attachmentId: "att_1" }] }, {}],
    [
      { references: [{ value: "{{a.b}}" }, { value: "{{c}}" }] },
      { references: [{ value: "{{c}}" }, { value: "{{a.b}}" }] },
    ],
  ])("is false for %j and %j", (was, now) => {
    expect(made(was, now)).toBe(false);
    expect(made(now, was)).toBe(false);
  });

  it("claims nothing where the configuration is not known", () => {
    expect(isMadeWith({ generation }, config)).toBeNull();
  });
});
