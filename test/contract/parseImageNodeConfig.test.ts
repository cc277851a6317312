import {
  createImageNodeConfig,
  imageNodeConfigSchema,
  parseImageNodeConfig,
} from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

describe("createImageNodeConfig", () => {
  it("gives the documented defaults", () => {
    expect(createImageNodeConfig()).toEqual({
      version: 1,
      prompt: { mode: "manual", template: "", instructions: "" },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "auto",
    });
  });

  it("takes a part of the prompt and keeps the rest of it", () => {
    expect(createImageNodeConfig({ prompt: { template: "A cat" } }).prompt).toEqual({
      mode: "manual",
      template: "A cat",
      instructions: "",
    });
  });
});

describe("imageNodeConfigSchema", () => {
  it.each([
    ["version", { version: 2 }],
    ["mode", { prompt: { mode: "magic", template: "", instructions: "" } }],
    ["template", { prompt: { mode: "manual", template: 5, instructions: "" } }],
    ["imageModel", { imageModel: 5 }],
    ["imageModel, empty", { imageModel: "" }],
    ["aspectRatio", { aspectRatio: "panorama" }],
    ["style", { style: "" }],
  ])("refuses a wrong %s", (_name, wrong) => {
    expect(imageNodeConfigSchema.safeParse({ ...createImageNodeConfig(), ...wrong }).success).toBe(false);
  });

  it("takes a style of a host's own and keeps unknown keys", () => {
    const saved = { ...createImageNodeConfig({ style: "acme_brand" }), seed: 7 };
    expect(imageNodeConfigSchema.parse(saved)).toEqual(saved);
  });
});

describe("parseImageNodeConfig", () => {
  it("returns a current configuration as it is, without notes", () => {
    const saved = {
      ...createImageNodeConfig({ style: "future_style", imageModel: "retired/model" }),
      extra: { a: [1] },
    };
    const { config, notes } = parseImageNodeConfig(saved);
    expect(config).toEqual(saved);
    expect(notes).toEqual(['"style" is "future_style", which this version does not know; it is kept.']);
  });

  it("keeps ids that this version does not know, and says so", () => {
    const { config, notes } = parseImageNodeConfig({
      prompt: { mode: "storyboard", template: "x", later: 1 },
      aspectRatio: "panorama",
    });
    expect(config).toMatchObject({ aspectRatio: "panorama", prompt: { mode: "storyboard", later: 1 } });
    expect(notes).toHaveLength(2);
  });

  it.each([
    ["a bare text", "A cat", { prompt: { mode: "manual", template: "A cat", instructions: "" } }],
    ["a JSON text", '{"style":"anime"}', { style: "anime" }],
    [
      "a flat shape",
      { prompt: "A cat", promptMode: "prompt_ai" },
      { prompt: { mode: "prompt_ai", template: "", instructions: "A cat" } },
    ],
    [
      "texts beside the prompt",
      { mode: "Prompt AI", template: "A cat", instructions: "Draw it" },
      { prompt: { mode: "prompt_ai", template: "A cat", instructions: "Draw it" } },
    ],
    ["a model's id as a number", { imageModel: 42 }, { imageModel: "42" }],
    ["old names", { model: "m1", aspect_ratio: "portrait" }, { imageModel: "m1", aspectRatio: "portrait" }],
    [
      "labels",
      { style: "Oil Painting", aspectRatio: "16:9" },
      { style: "oil_painting", aspectRatio: "landscape" },
    ],
    ["a label that starts with a digit", { style: "3D Render" }, { style: "3d_render" }],
    ["a model as an object", { imageModel: { id: "m1" } }, { imageModel: "m1" }],
    ["another version", { version: "0.9" }, { version: 1 }],
  ])("reads %s and says what it assumed", (_name, saved, expected) => {
    const { config, notes } = parseImageNodeConfig(saved);
    expect(config).toMatchObject(expected);
    if (typeof saved !== "string" || !saved.startsWith("{")) expect(notes.length).toBeGreaterThan(0);
    expect(imageNodeConfigSchema.safeParse(config).success).toBe(true);
  });

  it("does not keep an old name beside the new one", () => {
    const { config } = parseImageNodeConfig({ model: "m1" });
    expect(config).not.toHaveProperty("model");
  });

  it.each([undefined, null, 5, true, [], [1], "", Symbol("s"), () => 1])(
    "makes the defaults of %s",
    (value) => {
      expect(imageNodeConfigSchema.safeParse(parseImageNodeConfig(value).config).success).toBe(true);
    },
  );

  it("leaves keys of the host's own alone when the prompt has its texts", () => {
    const saved = { ...createImageNodeConfig({ prompt: { template: "A cat" } }), template: "card" };
    expect(parseImageNodeConfig(saved)).toEqual({ config: saved, notes: [] });
  });

  it("throws over nothing that a text can't be made of", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const value of [circle, 10n, Symbol("s"), () => 1]) {
      const { config } = parseImageNodeConfig({ version: value, prompt: { template: value } });
      expect(imageNodeConfigSchema.safeParse(config).success).toBe(true);
    }
  });

  it("does not change what it was given", () => {
    const saved = Object.freeze({ model: "m1", prompt: Object.freeze({ mode: "auto" }) });
    expect(parseImageNodeConfig(saved).config.imageModel).toBe("m1");
    expect(saved).toEqual({ model: "m1", prompt: { mode: "auto" } });
  });
});
