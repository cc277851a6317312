import {
  createImageNodeConfig,
  listConfigReferences,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import type { Catalog } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

const exact = { width: 1024, height: 1024, fit: "exact" as const };
const catalog: Catalog = {
  version: 1,
  imageModels: [
    {
      id: "good",
      label: "Good",
      provider: "Acme",
      kind: "ai",
      maxPromptLength: 40,
      aspectRatios: {
        square: exact,
        landscape: { width: 1536, height: 864, fit: "crop" },
        portrait: { width: 0, height: 0, fit: "unsupported", reasonCode: "square_only" },
      },
    },
    {
      id: "old",
      label: "Old",
      provider: "Acme",
      kind: "ai",
      deprecated: true,
      aspectRatios: { square: exact },
    },
  ],
  promptModels: [{ id: "writer", label: "Writer", provider: "Acme", kind: "ai" }],
  modes: ["manual", "prompt_ai", "auto"],
  aspectRatios: [{ id: "square" }, { id: "landscape" }, { id: "portrait" }],
  styles: [{ id: "auto" }, { id: "anime" }],
  limits: { timeoutMs: 60_000, maxQueueMs: 30_000, maxBodyBytes: 262_144, urlTtlSeconds: 604_800 },
  features: { stream: true, prompts: true, runs: true, templates: "server", variables: ["inline"] },
  defaults: { imageModel: "good", promptModel: "writer" },
};
const variables = [{ slug: "trigger", label: "Trigger", sample: { output: { style: "noir", tags: ["a"] } } }];
const config = (overrides: Parameters<typeof createImageNodeConfig>[0] = {}) =>
  createImageNodeConfig({ ...overrides, prompt: { template: "A cat", ...overrides?.prompt } });
const codes = (value: unknown, options = {}) =>
  validateImageNodeConfig(value, { catalog, variables, ...options }).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );

describe("validateImageNodeConfig", () => {
  it("finds nothing wrong with a good configuration", () => {
    expect(codes(config({ prompt: { template: "A {{trigger.output.style}} cat" } }))).toEqual([]);
  });

  it.each([
    ["an empty prompt", config({ prompt: { template: "  \n" } }), "empty_prompt #/prompt/template"],
    ["empty instructions", config({ prompt: { mode: "prompt_ai" } }), "empty_prompt #/prompt/instructions"],
    [
      "an unknown variable",
      config({ prompt: { template: "{{trigger.output.stile}}" } }),
      "unknown_variable #/prompt/template",
    ],
    [
      "an object in prose",
      config({ prompt: { template: "{{trigger.output.tags}}" } }),
      "object_in_text #/prompt/template",
    ],
    ["a long prompt", config({ prompt: { template: "x".repeat(41) } }), "too_long #/prompt/template"],
    ["a retired image model", config({ imageModel: "gone" }), "model_unavailable #/imageModel"],
    ["a deprecated image model", config({ imageModel: "old" }), "model_deprecated #/imageModel"],
    ["a cropped ratio", config({ aspectRatio: "landscape" }), "ratio_cropped #/aspectRatio"],
    ["an unsupported ratio", config({ aspectRatio: "portrait" }), "ratio_unsupported #/aspectRatio"],
    ["an unknown style", config({ style: "brand" }), "style_unavailable #/style"],
    [
      "a retired prompt model in Auto",
      config({ prompt: { mode: "auto" }, promptModel: "gone" }),
      "model_unavailable #/promptModel",
    ],
    ["a value of the wrong type", { ...config(), style: 5 }, "invalid_value #/style"],
    ["no object at all", "text", "invalid_value #"],
  ])("finds %s", (_name, value, expected) => {
    expect(codes(value)).toContain(expected);
  });

  it("does not look at the prompt model in manual", () => {
    expect(codes(config({ promptModel: "gone" }))).toEqual([]);
  });

  it("says that Auto needs upstream nodes", () => {
    expect(codes(config({ prompt: { mode: "auto" } }), { variables: [] })).toEqual([
      "no_upstream #/prompt/mode",
    ]);
  });

  it("says that a workspace has no models", () => {
    const empty = { ...catalog, imageModels: [], promptModels: [] };
    expect(codes(config({ prompt: { mode: "auto" } }), { catalog: empty })).toEqual([
      "no_image_model #/imageModel",
      "no_prompt_model #/promptModel",
    ]);
  });

  it("checks no variables when it was given none", () => {
    expect(validateImageNodeConfig(config({ prompt: { template: "{{some.path}}" } }))).toEqual([]);
  });
});

describe("references of a configuration", () => {
  const both = config({ prompt: { template: "{{a.x}} and {{b.y}}", instructions: "Use {{ a.z }}" } });

  it("come from both texts", () => {
    expect(listConfigReferences(both).map(({ path }) => path)).toEqual(["a.x", "b.y", "a.z"]);
  });

  it("are renamed in both texts", () => {
    const renamed = renameConfigReferences(both, "a", "first");
    expect(renamed.prompt.template).toBe("{{first.x}} and {{b.y}}");
    expect(renamed.prompt.instructions).toContain("first.z");
    expect(renameConfigReferences(both, "absent", "x")).toBe(both);
  });
});
