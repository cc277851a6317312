import { promptPreviewSchema } from "../../../contract/index.js";
import type { GenerationRequest, PromptPreview } from "../../../contract/index.js";
import { expectSchema, expectStatus } from "../expectations.js";
import type { ConformanceClient } from "../ConformanceClient.js";

/** Asks for the prompt stage only and expects it to succeed. */
export async function preview(client: ConformanceClient, request: GenerationRequest): Promise<PromptPreview> {
  const answer = await client.preview(request);
  expectStatus(answer, 200);
  return expectSchema(promptPreviewSchema, answer.json, "the prompt preview");
}
