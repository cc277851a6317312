import { classifyError } from "../classifyError.js";
import type { Call, HandlerContext } from "../handlerContext.js";
import { jsonResponse } from "../jsonResponse.js";
import { prepareGeneration } from "../prepareGeneration.js";
import { refuse } from "../problemResponse.js";
import { promptStage } from "../promptStage.js";
import { raceSignal } from "../raceSignal.js";
import { assertRate } from "../rateLimit.js";
import { redact } from "../redact.js";
import { readJsonBody } from "../readJsonBody.js";

/** `POST /prompts`: the prompt stage only. Nothing is stored, and no image is paid. */
export async function prompts(handler: HandlerContext, { request, principal }: Call): Promise<Response> {
  const { value } = await readJsonBody(request, handler.limits.maxBodyBytes);
  const prepared = await prepareGeneration(handler, principal.scope, value);
  await assertRate(handler, principal, "prompts");
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(refuse("timeout", { stage: "prompt" })),
    handler.limits.timeoutMs,
  );
  try {
    const { stages, usage, warnings } = await raceSignal(
      promptStage(prepared, controller.signal),
      controller.signal,
    );
    return jsonResponse({ stages, warnings: [...prepared.warnings, ...warnings], usage });
  } catch (cause) {
    if (controller.signal.aborted) throw controller.signal.reason;
    const { kind, retryAfterMs } = classifyError(cause);
    const isRefusal = kind === "content_blocked" || kind === "no_image";
    const told = Object.assign(new Error(), redact(cause, [prepared.template, prepared.resolved]));
    throw refuse(isRefusal ? "prompt_failed" : kind, { stage: "prompt", retryAfterMs, cause: told });
  } finally {
    clearTimeout(timer);
  }
}
