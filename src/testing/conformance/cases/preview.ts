import { promptPreviewSchema } from "../../../contract/index.js";
import type { GenerationRequest, PromptPreview } from "../../../contract/index.js";
import { expectSchema, expectStatus } from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";

/** Runs the prompt stage only and expects it to succeed. */
export async function preview(client: ConformanceClient, request: GenerationRequest): Promise<PromptPreview> {
  const response = await client.preview(request);
  expectStatus(response, 200);
  return expectSchema(promptPreviewSchema, response.json, "the prompt preview");
}
