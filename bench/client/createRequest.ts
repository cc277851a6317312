import type { GenerationRequest } from "../../src/contract/index.js";

/** A run in manual mode with this prompt. */
export function createRequest(template: string): GenerationRequest {
  return {
    config: {
      version: 1,
      prompt: { mode: "manual", template, instructions: "" },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "auto",
    },
    variables: { trigger: { output: { style: "noir" } } },
  };
}
