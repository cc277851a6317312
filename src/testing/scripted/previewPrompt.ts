import type { Problem } from "../../contract/index.js";
import { jsonResponse, problemResponse } from "./jsonResponse.js";
import { catalogOf, judgeSettings } from "./judgeSettings.js";
import { readGenerationRequest, resolvePrompt } from "./readGenerationRequest.js";
import type { Script } from "./Script.js";

/** Answers `POST /prompts`. */
export function previewPrompt(script: Script, text: string): Response {
  const { prompts = {} } = script;
  const body = readGenerationRequest(text);
  if ("problem" in body) return problemResponse(body.problem);
  const catalog = catalogOf(script);
  const judged = judgeSettings(body.request.config, catalog);
  if ("kind" in judged) return problemResponse(judged);
  const prompt = resolvePrompt(body.request, catalog);
  if (typeof prompt !== "string") return problemResponse(prompt);
  if ("kind" in prompts) return problemResponse(prompts as Problem);
  const { mode, template } = body.request.config.prompt;
  const written = mode === "manual" ? null : prompt;
  return jsonResponse({
    stages: { template, resolved: prompt, written, sent: prompt },
    warnings: judged.warnings,
    usage: { items: [] },
    ...prompts,
  });
}
