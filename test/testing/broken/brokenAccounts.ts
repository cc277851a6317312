import type { SpendingOptions } from "image-generation-node/server";
import { broken, configured } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { header, json } from "../spoil.js";

const REFUSED = "a run that the credits don't pay is credits_exhausted, and was not charged";
const FREED = "a run that the credits don't pay frees its key";

/** An account that refuses nothing, or not as exhausted credits. */
const account = (reserve: SpendingOptions["reserve"]) => () => ({
  spending: { reserve, settle: () => undefined, credits: () => ({ left: 0, unit: "USD" }) },
});

/** The caller's account: what is left, and runs that it does not pay. */
export const brokenAccounts: readonly BrokenBackend[] = [
  broken(
    "tells credits without a unit",
    "the catalog's credits are what is left, in a unit",
    json((body) => (body.credits ? { ...body, credits: { left: 1 } } : body)),
  ),
  broken(
    "has one ETag for all accounts",
    "the catalog's credits are another entity",
    header("ETag", '"same"'),
  ),
  broken(
    "does not say that a refused run was not charged",
    REFUSED,
    json((body) => (body.kind === "credits_exhausted" ? { ...body, charged: null } : body)),
  ),
  configured(
    "refuses what nobody can pay as too many requests",
    REFUSED,
    account(() => ({ ok: false, kind: "rate_limited" })),
  ),
  configured(
    "makes what nobody can pay",
    FREED,
    account(({ id }) => ({ ok: true, token: id })),
  ),
  broken("keeps the key of a refused run", FREED, () => {
    const kept = new Set<string>();
    return (good) => async (request) => {
      const key = request.headers.get("Idempotency-Key") ?? "";
      const response = await good(request);
      if (!kept.has(key)) {
        if (response.status === 402) kept.add(key);
        return response;
      }
      const headers = new Headers(response.headers);
      headers.set("Idempotency-Replayed", "true");
      return new Response(response.body, { status: response.status, headers });
    };
  }),
];
