import { APICallError } from "ai";
import { MockImageModelV4, MockLanguageModelV4 } from "ai/test";
import { askPromptModelSuite } from "./sdk/askPromptModelSuite.js";

// The older major has a file of its own, in which it stands in for `ai`.
askPromptModelSuite("AI SDK 7", {
  ImageModel: MockImageModelV4,
  LanguageModel: MockLanguageModelV4,
  APICallError,
});
