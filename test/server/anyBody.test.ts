import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generationSchema, problemSchema } from "image-generation-node/contract";
import { body, createTestBackend, createImage } from "./testBackend.js";

const PLACES = [
  ["config"],
  ["config", "version"],
  ["config", "prompt"],
  ["config", "prompt", "mode"],
  ["config", "prompt", "template"],
  ["config", "prompt", "instructions"],
  ["config", "imageModel"],
  ["config", "promptModel"],
  ["config", "aspectRatio"],
  ["config", "style"],
  ["variables"],
  ["variables", "trigger"],
  ["input"],
  ["input", "resolved"],
  ["input", "written"],
  ["context"],
  ["context", "iteration"],
  ["somethingElse"],
] as const;

const TEXTS = [
  "auto",
  "prompt_ai",
  "landscape",
  "{{trigger}}",
  "{{trigger.output.style}}",
  "{{",
  "\ud800",
  "__proto__",
];
const anyValue = fc.oneof(fc.jsonValue(), fc.constantFrom(...TEXTS), fc.constant(1e308));

function replaceAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const object = typeof value === "object" && value !== null ? value : {};
  return { ...object, [key]: replaceAt((object as Record<string, unknown>)[key], rest, by) };
}

describe("POST /generations with any JSON", () => {
  it("answers with an image or with a refusal of the caller's fault, never with a failure of ours", async () => {
    const small = await createImage(8, 8);
    const backend = createTestBackend({ generate: async () => small });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLACES),
        anyValue,
        fc.constantFrom(...PLACES),
        anyValue,
        async (a, x, b, y) => {
          const response = await backend.post("/generations", replaceAt(replaceAt(body(), a, x), b, y));
          const answer: unknown = await response.json();
          expect(response.status).toBeLessThan(500);
          if (response.status === 200) generationSchema.parse(answer);
          else expect(problemSchema.parse(answer).charged).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does the same with any text", async () => {
    const backend = createTestBackend();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        const response = await backend.post("/generations", text);
        expect([400, 422]).toContain(response.status);
      }),
      { numRuns: 200 },
    );
  });

  it("takes numbers that are too large for JSON as a fault of the template or as a value", async () => {
    const backend = createTestBackend({ generate: () => createImage(8, 8) });
    const text = JSON.stringify(
      body({ prompt: { template: "{{trigger}}" } }, { variables: { trigger: 0 } }),
    ).replace('"trigger":0', '"trigger":1e999');
    expect((await backend.post("/generations", text)).status).toBeLessThan(500);
  });
});
