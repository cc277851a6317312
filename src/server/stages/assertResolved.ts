import type { GenerationRequest } from "../../contract/index.js";
import { createProblem } from "../http/createProblem.js";

/**
 * Refuses a text that nobody has resolved, where the host resolves before it sends: its variables would be drawn as they
 * are written.
 */
export function assertResolved({ config, input }: GenerationRequest): void {
  const { mode } = config.prompt;
  if (mode === "auto" || input?.resolved !== undefined) return;
  if (mode === "prompt_ai" && input?.written !== undefined) return;
  const member = mode === "manual" ? "template" : "instructions";
  // An empty text says nothing in any language, and is refused as that.
  if (config.prompt[member].trim() === "") return;
  const detail =
    'This back end reads no templates (features.templates is "client"), and the request has no input.resolved: a text ' +
    "whose variables nobody filled in must not reach a model that is paid. Fill them in, and send the text as input.resolved.";
  throw createProblem("invalid_template", {
    message: detail,
    errors: [{ pointer: "#/input/resolved", code: "unresolved_template", detail }],
  });
}
