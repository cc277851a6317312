import { createClient } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig, parseImageNodeConfig } from "image-generation-node/contract";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { formatPath, parsePath, resolveTemplate } from "image-generation-node/template";
import { createPng, inProcessFetch } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { naughtyStrings } from "./naughtyStrings.js";

const BASE = "http://localhost/api/image-node";
const picture = createPng({ width: 8, height: 8 });
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

function createBackend() {
  const drawn: string[] = [];
  const handler = createImageNodeHandler({
    imageModels: {
      "test/painter": {
        model: {
          generate: async ({ prompt }) => {
            drawn.push(prompt);
            return picture;
          },
        },
      },
    },
    storage: memoryStorage(),
    signingSecret: "a secret for these tests, 32 characters",
    authorize: () => ({ scope: "workspace", subject: "user" }),
    publicUrl: BASE,
    toPng: async (bytes) => bytes,
  });
  return { client: createClient({ baseUrl: BASE, fetch: inProcessFetch(handler), maxRetries: 0 }), drawn };
}

describe("naughty strings", () => {
  it("are many", () => {
    expect(naughtyStrings.length).toBeGreaterThan(450);
  });

  it("reach the model unchanged as values of variables, and come back in the output", async () => {
    const { client, drawn } = createBackend();
    const config = createImageNodeConfig({ prompt: { template: "A sign: «{{trigger.output.text}}»" } });
    for (const text of naughtyStrings) {
      const { output, stages } = await client.generate({
        config,
        variables: { trigger: { output: { text } } },
      });
      expect(output.prompt).toBe(`A sign: «${text}»`);
      expect(stages?.resolved).toBe(`A sign: «${text}»`);
      expect(drawn.at(-1)).toBe(`A sign: «${text}»`);
    }
  });

  it("stay what they are as ids, keys and literal prompts, or are refused by name", async () => {
    const { client } = createBackend();
    for (const text of naughtyStrings) {
      const config = createImageNodeConfig({ style: text, imageModel: text, [text]: text });
      const outcome: unknown = await client
        .generate({ config, variables: {}, input: { resolved: `A ${text}` }, context: { nodeId: text } })
        .catch((error: unknown) => error);
      expect(ImageNodeError.isInstance(outcome) && outcome.status).toBe(422);
    }
  });

  it("survive a saved configuration in every place that takes a text", () => {
    for (const text of naughtyStrings) {
      const config = createImageNodeConfig({
        prompt: { template: text, instructions: text },
        ...(text && { imageModel: text }),
        later: { [text]: text },
      });
      expect(parseImageNodeConfig(JSON.stringify(config)).config).toEqual(config);
    }
  });

  it("can be members of data: a path names each, and its value is found", () => {
    for (const text of naughtyStrings) {
      const path = formatPath(["data", text]);
      expect(parsePath(path)).toEqual(["data", text]);
      const { text: resolved } = resolveTemplate(`{{${path}}}`, {
        data: Object.fromEntries([[text, "found"]]),
      });
      expect(resolved).toBe(FORBIDDEN.includes(text) ? `{{${path}}}` : "found");
    }
  });
});
