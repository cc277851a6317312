import type { GenerationState } from "../../../client/index.js";
import type { ErrorKind, ProblemReason } from "../../../contract/index.js";
import { isPictureFault } from "../../messages/index.js";

/** Presentation of a bad outcome, and the one action that helps. */
export interface ErrorActions {
  /** Tone of the message. "warn": the user can fix it; "bad": something is wrong; "info": nothing is. */
  tone: "warn" | "bad" | "info";
  /** Whether the same again may succeed. */
  retry: boolean;
  /** Field to go to, where the same again would fail again. */
  fix: "prompt" | "imageModel" | "promptModel" | "settings" | undefined;
}

/** Kinds after which only another prompt helps. */
const PROMPT_FAULTS: readonly ErrorKind[] = [
  "payload_too_large",
  "content_blocked",
  "empty_prompt",
  "invalid_template",
  "missing_variable",
  "prompt_failed",
  "prompt_too_long",
  "provider_rejected",
];

/** Kinds after which no button of ours helps: a person, a right, a link or the integration has to change. */
const HOPELESS: readonly ErrorKind[] = [
  "attachment_deleted",
  "bad_signature",
  "contract_violation",
  "credits_exhausted",
  "forbidden",
  "idempotency_key_missing",
  "invalid_json",
  "link_expired",
  "method_not_allowed",
  "not_found",
  "provider_misconfigured",
  "unauthorized",
  "unsupported",
  "unsupported_media_type",
];

const WARNINGS: readonly ErrorKind[] = [
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
];

/** Returns the action for a state without an image; `null` for one that is not an outcome. */
export function getErrorActions(state: GenerationState): (ErrorActions & { kind: string }) | null {
  if (state.status === "waiting") return { kind: "waiting", tone: "info", retry: false, fix: undefined };
  if (state.status === "cancelled") return { kind: "cancelled", tone: "info", retry: true, fix: undefined };
  if (state.status !== "failed") return null;
  const { kind, reason } = state.error;
  // Nothing is wrong with a run that goes on or was ended on purpose.
  if (kind === "idempotency_in_progress" || kind === "cancelled")
    return { kind, tone: "info", retry: true, fix: undefined };
  const fix = findFix(state.error);
  // The same words stand for each kind: the picture was lost, and no patience brings it.
  const isGone = reason === ("no_longer_available" satisfies ProblemReason);
  const isRefused = kind === "invalid_request" || isOneOf(HOPELESS, kind);
  return {
    kind,
    tone: (isOneOf(WARNINGS, kind) && !isGone) || fix === "settings" ? "warn" : "bad",
    retry: fix === undefined && !isRefused,
    fix,
  };
}

function findFix({ kind, errors }: { kind: string; errors?: readonly { pointer: string }[] | undefined }) {
  if (isPictureFault({ kind, errors })) return "settings";
  if (isOneOf(PROMPT_FAULTS, kind)) return "prompt";
  if (kind === "model_unavailable")
    return errors?.some(({ pointer }) => pointer.endsWith("/promptModel")) ? "promptModel" : "imageModel";
  // What is wrong outside of the configuration is the integration's.
  const isOurs = kind === "invalid_request" && errors?.some(({ pointer }) => pointer.startsWith("#/config/"));
  return isOurs ? "settings" : undefined;
}

function isOneOf(kinds: readonly string[], kind: string): boolean {
  return kinds.includes(kind);
}
