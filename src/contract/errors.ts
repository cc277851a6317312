/** How a kind of error travels and whether an automatic repeat with the same key is safe. */
export interface ErrorKindInfo {
  /** The HTTP status, or `null` for a kind that only the client knows. */
  readonly status: number | null;
  /** Whether repeating with the same idempotency key is safe; `waiting` and `unknown_outcome` are neither yes nor no. */
  readonly retryable: boolean | "when_not_charged" | "waiting" | "unknown_outcome";
}

/** Every kind of error of the contract, read by server and client alike. */
export const ERROR_KINDS = {
  invalid_json: { status: 400, retryable: false },
  body_unreadable: { status: 400, retryable: false },
  idempotency_key_missing: { status: 400, retryable: false },
  unauthorized: { status: 401, retryable: false },
  credits_exhausted: { status: 402, retryable: false },
  forbidden: { status: 403, retryable: false },
  bad_signature: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  idempotency_in_progress: { status: 409, retryable: "waiting" },
  cancelled: { status: 409, retryable: false },
  link_expired: { status: 410, retryable: false },
  attachment_deleted: { status: 410, retryable: false },
  payload_too_large: { status: 413, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  invalid_request: { status: 422, retryable: false },
  invalid_template: { status: 422, retryable: false },
  missing_variable: { status: 422, retryable: false },
  empty_prompt: { status: 422, retryable: false },
  prompt_too_long: { status: 422, retryable: false },
  model_unavailable: { status: 422, retryable: false },
  content_blocked: { status: 422, retryable: false },
  provider_rejected: { status: 422, retryable: false },
  idempotency_mismatch: { status: 422, retryable: false },
  rate_limited: { status: 429, retryable: true },
  internal: { status: 500, retryable: false },
  provider_misconfigured: { status: 500, retryable: false },
  storage_failed: { status: 500, retryable: false },
  provider_error: { status: 502, retryable: "when_not_charged" },
  prompt_failed: { status: 502, retryable: false },
  bad_image: { status: 502, retryable: false },
  no_image: { status: 502, retryable: false },
  overloaded: { status: 503, retryable: true },
  timeout: { status: 504, retryable: false },
  network: { status: null, retryable: "unknown_outcome" },
  client_timeout: { status: null, retryable: "unknown_outcome" },
  contract_violation: { status: null, retryable: false },
  unsupported: { status: null, retryable: false },
} as const satisfies Record<string, ErrorKindInfo>;

/** A kind of the error table. */
export type ErrorKind = keyof typeof ERROR_KINDS;

export function isErrorKind(value: unknown): value is ErrorKind {
  return typeof value === "string" && Object.hasOwn(ERROR_KINDS, value);
}

/** Whether an automatic repeat with the same key is safe, given what is known of the charge. */
export function isRetryable(kind: ErrorKind, charged: boolean | null | undefined): boolean {
  const { retryable }: ErrorKindInfo = ERROR_KINDS[kind];
  return retryable === true || (retryable === "when_not_charged" && charged === false);
}
