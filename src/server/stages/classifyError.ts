import { ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { ErrorKind } from "../../contract/index.js";

/** Kind and cost of a model's failure. `charged: null` means that nobody knows. */
export interface ClassifiedError {
  readonly kind: ErrorKind;
  readonly charged: boolean | null;
  readonly retryAfterMs?: number | undefined;
}

const MODERATION =
  /moderation|content[ _-]?(?:policy|filter)|safety|nsfw|prohibited[ _-]content|responsible ai|image_safety/i;
/** In the metadata of an answer without an image; ratings such as "safety: negligible" must not match. */
const BLOCKED_ANSWER =
  /"(?:block_?reason|rai_?filtered_?reason)"\s*:\s*"[^"]+"|"finish_?reason"\s*:\s*"[^"]*(?:safety|prohibited|blocklist|spii|filter)/i;
const NO_CREDITS =
  /insufficient[ _-]quota|billing|insufficient[ _-](?:credits?|funds|balance)|payment required/i;
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Names a model's failure by a kind of the error table. Looks at shapes and names only, never at classes: the SDK is
 * optional, and two copies of it may be installed. A charge is excluded only where the provider refused before working.
 */
export function classifyError(error: unknown): ClassifiedError {
  const chain = causes(error);
  const own = chain.find((link) => ImageNodeError.isInstance(link));
  if (own && ImageNodeError.isInstance(own) && isErrorKind(own.kind)) {
    return { kind: own.kind, charged: own.charged ?? null, retryAfterMs: own.retryAfterMs };
  }
  const answered = chain.find((link) => statusOf(link) !== undefined);
  const status = answered === undefined ? undefined : statusOf(answered);
  if (status !== undefined) return classifyStatus(status, textOf(chain), retryAfterOf(answered));
  if (chain.some((link) => NEVER_SENT.has(String(field(link, "code"))))) {
    return { kind: "provider_error", charged: false };
  }
  const names = chain.map((link) => String(field(link, "name")));
  if (
    names.some((name) =>
      /LoadAPIKey|LoadSetting|NoSuchModel|NoSuchProvider|UnsupportedModelVersion/.test(name),
    )
  ) {
    return { kind: "provider_misconfigured", charged: false };
  }
  if (MODERATION.test(textOf(chain))) return { kind: "content_blocked", charged: null };
  if (names.some((name) => /NoImageGenerated/.test(name))) {
    const answers = chain.map((link) => safeJson([field(link, "calls"), field(link, "responses")]));
    const isBlocked = answers.some((answer) => BLOCKED_ANSWER.test(answer.slice(0, 20_000)));
    return { kind: isBlocked ? "content_blocked" : "no_image", charged: null };
  }
  return { kind: "provider_error", charged: null };
}

function classifyStatus(status: number, text: string, retryAfterMs: number | undefined): ClassifiedError {
  if (status === 401) return { kind: "provider_misconfigured", charged: false };
  if (status === 402) return { kind: "credits_exhausted", charged: false };
  if (status === 429) {
    return NO_CREDITS.test(text)
      ? { kind: "credits_exhausted", charged: false }
      : { kind: "rate_limited", charged: false, retryAfterMs: retryAfterMs ?? 5_000 };
  }
  if (status >= 400 && status < 500 && MODERATION.test(text))
    return { kind: "content_blocked", charged: false };
  if (status === 403 || status === 404) return { kind: "provider_misconfigured", charged: false };
  if (status === 400 && NO_CREDITS.test(text)) return { kind: "credits_exhausted", charged: false };
  if (status === 400 || status === 413 || status === 422)
    return { kind: "provider_rejected", charged: false };
  return { kind: "provider_error", charged: null };
}

/** The error and what is below it: the last try of a retry, then causes. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < 8;) {
    chain.push(link);
    link = field(link, "lastError") ?? field(link, "cause");
  }
  return chain;
}

function statusOf(error: unknown): number | undefined {
  const status = field(error, "statusCode") ?? field(error, "status");
  return typeof status === "number" && status >= 100 && status <= 599 ? status : undefined;
}

function textOf(chain: readonly unknown[]): string {
  const parts = chain.flatMap((link) => [
    field(link, "message"),
    field(link, "code"),
    field(link, "responseBody"),
    safeJson(field(link, "data")),
  ]);
  return parts
    .filter((part) => typeof part === "string")
    .map((part) => part.slice(0, 4_000))
    .join(" ");
}

function retryAfterOf(error: unknown): number | undefined {
  const headers = field(error, "responseHeaders");
  const value = String(field(headers, "retry-after") ?? "").trim();
  // A date begins with its weekday; without this check `Date.parse("-4")` would be a year.
  const date = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  const delay = /^\d{1,6}(?:\.\d{1,3})?$/.test(value) ? Number(value) * 1000 : date - Date.now();
  return Number.isFinite(delay) ? Math.min(Math.max(Math.ceil(delay), 0), 3_600_000) : undefined;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
