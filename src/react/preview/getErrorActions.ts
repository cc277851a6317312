import type { GenerationState } from "../../client/index.js";

/** How a bad outcome is shown and what helps. */
export interface ErrorActions {
  /** "warn": the user can fix it; "bad": something is wrong; "info": nothing is. */
  tone: "warn" | "bad" | "info";
  retry: boolean;
  /** The field to go to. */
  fix: "prompt" | "imageModel" | "promptModel" | "settings" | undefined;
}

const PROMPT_FAULTS = new Set([
  "payload_too_large",
  "content_blocked",
  "empty_prompt",
  "invalid_template",
  "missing_variable",
  "prompt_failed",
  "prompt_too_long",
  "provider_rejected",
]);
/** The same again would fail again. */
const NO_RETRY = new Set([
  "invalid_request",
  "empty_prompt",
  "invalid_template",
  "missing_variable",
  "prompt_too_long",
  "payload_too_large",
  "forbidden",
  "unsupported",
]);
const FIXABLE = new Set([
  ...PROMPT_FAULTS,
  "credits_exhausted",
  "invalid_request",
  "model_unavailable",
  "network",
  "client_timeout",
  "overloaded",
  "rate_limited",
  "timeout",
  "unauthorized",
]);

/** What to make of a state that has no image; `null` for one that is not an outcome. */
export function getErrorActions(state: GenerationState): (ErrorActions & { kind: string }) | null {
  if (state.status === "waiting") return { kind: "waiting", tone: "info", retry: false, fix: undefined };
  if (state.status === "cancelled") return { kind: "cancelled", tone: "info", retry: true, fix: undefined };
  if (state.status !== "failed") return null;
  const { kind, errors } = state.error;
  // Nothing is wrong with a run that goes on or was ended on purpose.
  if (kind === "idempotency_in_progress" || kind === "cancelled")
    return { kind, tone: "info", retry: true, fix: undefined };
  const atPromptModel = errors?.some((fault) => fault.pointer.endsWith("/promptModel"));
  return {
    kind,
    tone: FIXABLE.has(kind) ? "warn" : "bad",
    retry: !NO_RETRY.has(kind),
    fix: PROMPT_FAULTS.has(kind)
      ? "prompt"
      : kind === "model_unavailable"
        ? atPromptModel
          ? "promptModel"
          : "imageModel"
        : kind === "invalid_request"
          ? "settings"
          : undefined,
  };
}
