import * as sdk from "ai";
import { MockImageModelV3, MockImageModelV4, MockLanguageModelV3, MockLanguageModelV4 } from "ai/test";
import { describe, expect, it } from "vitest";
import { body, createTestBackend } from "../testBackend.js";
import { imageModelSuite } from "./imageModelSuite.js";
import { promptModelSuite } from "./promptModelSuite.js";
import type { Sdk } from "./Sdk.js";
import { imageAnswer, textAnswer } from "./Sdk.js";

const SEVEN: Sdk = {
  ImageModel: MockImageModelV4,
  LanguageModel: MockLanguageModelV4,
  APICallError: sdk.APICallError,
};

imageModelSuite("AI SDK 7", SEVEN);
promptModelSuite("AI SDK 7", SEVEN);

describe("AI SDK 7: models of the older specification", () => {
  it("write and draw too", async () => {
    const image = new MockImageModelV3({ doGenerate: () => imageAnswer(64, 64) as never });
    const text = new MockLanguageModelV3({ doGenerate: textAnswer("A fox") as never });
    const backend = createTestBackend({
      imageModels: { old: { model: image } },
      promptModels: { old: { model: text } },
    });
    expect((await backend.post("/generations", body({ prompt: { mode: "auto" } }))).status).toBe(200);
  });
});
