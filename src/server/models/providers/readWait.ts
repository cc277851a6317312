import type { ProviderAnswer } from "./readAnswer.js";
import { readField } from "./readField.js";

const MAX_WAIT_MS = 3_600_000;

/** Reads how long a provider asks to wait, in milliseconds; from its headers, else from the places that many share. */
export function readWait(
  answer: ProviderAnswer,
  own?: (answer: ProviderAnswer) => number | undefined,
): number | undefined {
  const waits = [
    toNumber(answer.header("retry-after-ms")),
    readRetryAfter(answer.header("retry-after")),
    own?.(answer),
    readRetryInfo(answer.body),
    readMember(answer.body),
  ];
  const wait = waits.find((each) => each !== undefined && Number.isFinite(each) && each >= 0);
  return wait === undefined ? undefined : Math.min(Math.ceil(wait), MAX_WAIT_MS);
}

/** Parses `Retry-After`: seconds, or a date, which begins with its weekday. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(value)) return Number(value) * 1000;
  const at = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? Math.max(at - Date.now(), 0) : undefined;
}

/** Reads `google.rpc.RetryInfo`: `{ retryDelay: "32.5s" }` among the details of an error. */
function readRetryInfo(body: unknown): number | undefined {
  const error = readField(Array.isArray(body) ? body[0] : body, "error");
  const details = readField(error, "details");
  if (!Array.isArray(details)) return undefined;
  for (const detail of details.slice(0, 20)) {
    const delay = readField(detail, "retryDelay");
    const seconds = typeof delay === "string" ? /^(\d{1,6}(?:\.\d{1,9})?)s$/.exec(delay)?.[1] : undefined;
    if (seconds !== undefined) return Number(seconds) * 1000;
  }
  return undefined;
}

/** Reads a member such as `retry_after` (seconds) or `retryAfterMs`, of the body, its `error` or its `parameters`. */
function readMember(body: unknown): number | undefined {
  const error = readField(body, "error");
  for (const holder of [body, error, readField(body, "parameters"), readField(error, "parameters")]) {
    const ms = toNumber(readField(holder, "retry_after_ms") ?? readField(holder, "retryAfterMs"));
    if (ms !== undefined) return ms;
    const seconds = toNumber(readField(holder, "retry_after") ?? readField(holder, "retryAfter"));
    if (seconds !== undefined) return seconds * 1000;
  }
  return undefined;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{1,9}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined;
}
