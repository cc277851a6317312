import { createDeepInfra } from "@ai-sdk/deepinfra";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createProdia } from "@ai-sdk/prodia";
import { createTogetherAI } from "@ai-sdk/togetherai";
import { MockImageModelV4, MockLanguageModelV4 } from "ai/test";
import { describe, expect, it, vi } from "vitest";
import type { ImageModelEntry, PromptModelEntry } from "image-generation-node/server";
import { imageAnswer, textAnswer } from "./sdk/Sdk.js";
import { body, createImage, createTestBackend } from "./testBackend.js";

const image = (more: object): ImageModelEntry => ({
  model: { generate: () => createImage(8, 8) },
  ...more,
});
const prompt = (more: object): PromptModelEntry => ({ model: { write: async () => "A fox" }, ...more });
const withImage = (more: object) => () => createTestBackend({ imageModels: { "test/painter": image(more) } });
const withPrompt = (more: object) => () =>
  createTestBackend({ promptModels: { "test/writer": prompt(more) } });

describe("a model's entry", () => {
  it.each([
    ["geometri", "geometry"],
    ["Label", "label"],
    ["imageUrl", "imageUrls"],
    ["providerOption", "providerOptions"],
    ["maxPromptLenght", "maxPromptLength"],
  ])("of an image model is refused with %s, and told of %s", (name, near) => {
    expect(withImage({ [name]: undefined })).toThrow(TypeError);
    expect(withImage({ [name]: undefined })).toThrow(
      `The image model "test/painter" has no option "${name}", so it would do nothing. Did you mean "${near}"?`,
    );
  });

  it.each([
    ["guidence", "guidance"],
    ["provideroptions", "providerOptions"],
    ["depricated", "deprecated"],
  ])("of a prompt model is refused with %s, and told of %s", (name, near) => {
    expect(withPrompt({ [name]: undefined })).toThrow(TypeError);
    expect(withPrompt({ [name]: undefined })).toThrow(
      `The prompt model "test/writer" has no option "${name}", so it would do nothing. Did you mean "${near}"?`,
    );
  });

  it("is refused with what is near to nothing", () => {
    expect(withImage({ temperature: 1 })).toThrow(/no option "temperature".*Remove it\./);
    expect(withPrompt({ geometry: {} })).toThrow(/no option "geometry".*Remove it\./);
  });

  it("of one workspace is refused when it is asked for, and the host hears why", async () => {
    const onError = vi.fn();
    for (const models of [
      { imageModels: () => ({ "test/painter": image({ geometri: {} }) }) },
      { promptModels: () => ({ "test/writer": prompt({ guidence: "" }) }) },
    ]) {
      const backend = createTestBackend({ ...models, hooks: { onError } });
      const response = await backend.post("/generations", body({ prompt: { mode: "auto" } }));
      expect(await response.json()).toMatchObject({ kind: "provider_misconfigured", charged: false });
    }
    expect(JSON.stringify(onError.mock.calls)).toMatch(/\\"geometry\\".*\\"guidance\\"/);
  });

  it("is taken with every member that it may have", () => {
    const shared = {
      label: "L",
      provider: "test",
      kind: "demo",
      price: { currency: "USD", min: "1", max: "1" },
      providerOptions: { test: {} },
      deprecated: false,
    };
    expect(
      withImage({ ...shared, geometry: {}, maxPromptLength: 9, imageUrls: "none", partialImages: true }),
    ).not.toThrow();
    expect(withPrompt(shared)).not.toThrow();
    const model = new MockLanguageModelV4({ doGenerate: textAnswer("A fox") });
    expect(withPrompt({ ...shared, model, guidance: "Show no logos." })).not.toThrow();
  });

  it("with rules for an object with `write` is refused: nobody would follow them", () => {
    expect(withPrompt({ guidance: "Show no logos." })).toThrow(/"test\/writer" has "guidance".*`write`/);
    expect(withPrompt({ guidance: " " })).not.toThrow();
  });
});

describe("the options of a provider", () => {
  const providerOptions = { openai: { quality: "high" }, other: { steps: 4 } };

  it("reach an image model of the AI SDK as they are", async () => {
    const model = new MockImageModelV4({ doGenerate: vi.fn(() => imageAnswer(16, 16)) });
    const backend = createTestBackend({ imageModels: { some: { model, providerOptions } } });
    expect((await backend.post("/generations", body())).status).toBe(200);
    expect(model.doGenerate).toHaveBeenCalledWith(expect.objectContaining({ providerOptions }));
  });

  it("are none where the entry has none", async () => {
    const model = new MockImageModelV4({ doGenerate: vi.fn(() => imageAnswer(16, 16)) });
    const backend = createTestBackend({ imageModels: { some: { model } } });
    await backend.post("/generations", body());
    expect(model.doGenerate).toHaveBeenCalledWith(expect.objectContaining({ providerOptions: {} }));
  });

  it("are not given to an object with `generate` or `write`", async () => {
    const [generate, write] = [vi.fn(() => createImage(8, 8)), vi.fn(async () => "A fox")];
    const backend = createTestBackend({
      imageModels: { painter: { model: { generate }, providerOptions } },
      promptModels: { writer: { model: { write }, providerOptions } },
    });
    await backend.post("/generations", body({ prompt: { mode: "auto" } }));
    for (const call of [generate, write]) {
      expect(call).toHaveBeenCalledTimes(1);
      expect(JSON.stringify(call.mock.calls)).not.toContain("quality");
    }
  });
});

describe("a real model that answers with bytes", () => {
  it.each([
    ["Prodia, which has the older specification", createProdia({ apiKey: "k" }).image("any")],
    ["Together AI", createTogetherAI({ apiKey: "k" }).image("any")],
    ["DeepInfra", createDeepInfra({ apiKey: "k" }).image("any")],
    [
      "an OpenAI-compatible service, whose links the server guards by itself",
      createOpenAICompatible({ name: "fal", baseURL: "http://localhost:4000" }).imageModel("any"),
    ],
  ])("needs no guarded fetch: %s", (_, model) => expect(withImage({ model })).not.toThrow());
});
