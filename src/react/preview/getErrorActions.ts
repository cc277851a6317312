import type { GenerationState } from "../../client/index.js";

/** Presentation of a bad outcome, and the actions that help. */
export interface ErrorActions {
  /** Tone of the message. "warn": the user can fix it; "bad": something is wrong; "info": nothing is. */
  tone: "warn" | "bad" | "info";
  /** Whether the same again may succeed. */
  retry: boolean;
  /** Field to go to. */
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
/** Kinds after which the same again would fail again. */
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

/** Returns the actions for a state without an image; `null` for one that is not an outcome. */
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
