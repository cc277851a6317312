import { classifyError } from "../stages/classifyError.js";
import { ImageNodeError } from "../../contract/index.js";
import type { AuthorizedCall } from "./Call.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { prepareGeneration } from "../stages/prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import { assertRate } from "./assertRate.js";
import { toModelFailure } from "../stages/toModelFailure.js";
import { readJsonBody } from "../http/readJsonBody.js";
import { tracePrompt } from "../telemetry/tracePrompt.js";

/** `POST /prompts`: the prompt stage only. Nothing is stored, and no image is paid. */
export async function prompts(
  handler: HandlerContext,
  { request, principal, trace }: AuthorizedCall,
): Promise<Response> {
  await assertRate(handler, principal, "prompts");
  const { value } = await readJsonBody(request, handler.limits.maxBodyBytes);
  const prepared = await prepareGeneration(handler, principal.scope, value, false);
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(createProblem("timeout", { stage: "prompt" })),
    handler.limits.timeoutMs,
  );
  try {
    const { signal } = controller;
    const { stages, usage, warnings } = await tracePrompt(handler, trace, prepared, signal);
    return jsonResponse({ stages, warnings: [...prepared.warnings, ...warnings], usage });
  } catch (cause) {
    if (controller.signal.aborted) throw controller.signal.reason;
    const { kind, retryAfterMs, reason } = classifyError(cause);
    const isRefusal = kind === "content_blocked" || kind === "no_image";
    const told = toModelFailure(handler, cause, prepared);
    const stages = ImageNodeError.isInstance(cause) ? cause.stages : undefined;
    throw createProblem(isRefusal ? "prompt_failed" : kind, {
      stage: "prompt",
      retryAfterMs,
      reason,
      stages,
      cause: told,
    });
  } finally {
    clearTimeout(timer);
  }
}
