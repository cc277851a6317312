import * as sdk from "ai6";
import { MockImageModelV3, MockLanguageModelV3 } from "ai6/test";
import { expect, it, vi } from "vitest";
import { askPromptModelSuite } from "./askPromptModelSuite.js";
import { imageModelSuite } from "./imageModelSuite.js";
import { promptModelSuite } from "./promptModelSuite.js";
import type { Sdk } from "./Sdk.js";

// A host has one of the two as `ai`; here the older one stands in for it.
vi.mock("ai", () => import("ai6"));

/** The mocks take and give the same members; only the types of the two majors differ. */
const SIX = {
  ImageModel: MockImageModelV3,
  LanguageModel: MockLanguageModelV3,
  APICallError: sdk.APICallError,
} as unknown as Sdk;

it("stands in for the newer one", async () => {
  expect((await import("ai")).generateImage).toBe(sdk.generateImage);
});

imageModelSuite("AI SDK 6", SIX);
promptModelSuite("AI SDK 6", SIX);
askPromptModelSuite("AI SDK 6", SIX);
