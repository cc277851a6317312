import { promptPreviewSchema } from "../../../contract/index.js";
import type { GenerationRequest, PromptPreview } from "../../../contract/index.js";
import { expectSchema, expectStatus } from "../expectations.js";
import type { Talk } from "../Talk.js";

/** Asks for the prompt stage only and expects it to succeed. */
export async function preview(talk: Talk, request: GenerationRequest): Promise<PromptPreview> {
  const answer = await talk.preview(request);
  expectStatus(answer, 200);
  return expectSchema(promptPreviewSchema, answer.json, "the prompt preview");
}
