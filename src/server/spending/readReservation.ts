import type { Reservation } from "./SpendingOptions.js";

/** Longest token: each run keeps its own. */
const MAX_TOKEN = 1_000;

type Refusal = Extract<Reservation, { ok: false }>;
const REFUSALS: Readonly<Record<Refusal["kind"], true>> = {
  credits_exhausted: true,
  rate_limited: true,
  forbidden: true,
};

/**
 * Reads what `reserve` answered.
 *
 * @throws TypeError for an answer that is neither a reservation nor a refusal: an error of the host.
 */
export function readReservation(answer: unknown): Reservation {
  if (typeof answer !== "object" || answer === null) throw wrong(`a value of type ${typeof answer}`);
  // Read once: what is checked is what is used.
  const { ok, token, kind, message, retryAfterMs } = answer as Readonly<Record<string, unknown>>;
  if (ok === true) {
    if (typeof token !== "string") throw wrong("`ok: true` and a `token` that is no text");
    if (token.length > MAX_TOKEN) throw wrong(`a \`token\` of ${token.length} characters`);
    return { ok, token };
  }
  if (ok !== false) throw wrong("an object whose `ok` is neither true nor false");
  if (!isRefusal(kind)) throw wrong("`ok: false` and a `kind` that refuses nothing");
  return {
    ok,
    kind,
    ...(typeof message === "string" && message.trim() !== "" && { message }),
    ...(typeof retryAfterMs === "number" && { retryAfterMs }),
  };
}

function isRefusal(kind: unknown): kind is Refusal["kind"] {
  return typeof kind === "string" && Object.hasOwn(REFUSALS, kind);
}

function wrong(what: string): TypeError {
  return new TypeError(
    `\`spending.reserve\` answered with ${what}, so nothing was generated. Return { ok: true, token } with a text of at most ` +
      `${MAX_TOKEN} characters, or { ok: false, kind } with one of ${Object.keys(REFUSALS).join(", ")}.`,
  );
}
