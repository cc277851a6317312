import { createProblem } from "./createProblem.js";

/** Reads the Idempotency-Key header; the quotes of the structured form are taken off. */
export function readIdempotencyKey(headers: Headers): string {
  const raw = headers.get("Idempotency-Key")?.trim() ?? "";
  const key = raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw;
  if (!/^[A-Za-z0-9._~-]{1,255}$/.test(key)) throw createProblem("idempotency_key_missing");
  return key;
}
