/** HTTP status of a kind of error, and whether an automatic repeat with the same key is safe. */
export interface ErrorKindInfo {
  /** HTTP status, or `null` for a kind that only the client knows. */
  readonly status: number | null;
  /** Whether repeating with the same idempotency key is safe; `waiting` and `unknown_outcome` are neither yes nor no. */
  readonly retryable: boolean | "when_not_charged" | "waiting" | "unknown_outcome";
}

const KINDS_BY_STATUS = {
  400: ["invalid_json", "body_unreadable", "idempotency_key_missing"],
  401: ["unauthorized"],
  402: ["credits_exhausted"],
  403: ["forbidden", "bad_signature"],
  404: ["not_found"],
  405: ["method_not_allowed"],
  409: ["idempotency_in_progress", "cancelled"],
  410: ["link_expired", "attachment_deleted"],
  413: ["payload_too_large"],
  415: ["unsupported_media_type"],
  422: [
    "invalid_request",
    "invalid_template",
    "missing_variable",
    "empty_prompt",
    "prompt_too_long",
    "model_unavailable",
    "content_blocked",
    "provider_rejected",
    "idempotency_mismatch",
  ],
  429: ["rate_limited"],
  500: ["internal", "provider_misconfigured", "storage_failed"],
  502: ["provider_error", "prompt_failed", "bad_image", "no_image"],
  503: ["overloaded"],
  504: ["timeout"],
  client: ["network", "client_timeout", "contract_violation", "unsupported"],
} as const;

/** A kind of the error table. */
export type ErrorKind = (typeof KINDS_BY_STATUS)[keyof typeof KINDS_BY_STATUS][number];

/** All others are not. */
const RETRYABLE: Partial<Record<ErrorKind, ErrorKindInfo["retryable"]>> = {
  idempotency_in_progress: "waiting",
  rate_limited: true,
  provider_error: "when_not_charged",
  overloaded: true,
  network: "unknown_outcome",
  client_timeout: "unknown_outcome",
};

/** Every kind of error of the contract, read by server and client alike. */
export const ERROR_KINDS = /* @__PURE__ */ listKinds();

function listKinds(): Readonly<Record<ErrorKind, ErrorKindInfo>> {
  const infos: Partial<Record<ErrorKind, ErrorKindInfo>> = {};
  for (const [status, kinds] of Object.entries(KINDS_BY_STATUS)) {
    for (const kind of kinds)
      infos[kind] = { status: Number(status) || null, retryable: RETRYABLE[kind] ?? false };
  }
  return infos as Record<ErrorKind, ErrorKindInfo>;
}

/** Whether a value is a kind of `ERROR_KINDS`. */
export function isErrorKind(value: unknown): value is ErrorKind {
  return typeof value === "string" && Object.hasOwn(ERROR_KINDS, value);
}

/** Whether an automatic repeat with the same key is safe, given what is known of the charge. */
export function isRetryable(kind: ErrorKind, charged: boolean | null | undefined): boolean {
  const { retryable } = ERROR_KINDS[kind];
  return retryable === true || (retryable === "when_not_charged" && charged === false);
}
