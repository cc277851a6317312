import type { Settlement, SpendingOptions, SpendingRequest } from "image-generation-node/server";

/** Account of a host, with what it was asked and told. One credit is one image; what was not charged comes back. */
export function openAccount(credits = Number.POSITIVE_INFINITY) {
  let left = credits;
  const requests: SpendingRequest[] = [];
  const settlements: Settlement[] = [];
  const spending: SpendingOptions = {
    reserve(request) {
      requests.push(request);
      if (left < 1) return { ok: false, kind: "credits_exhausted" };
      left -= 1;
      return { ok: true, token: `token of ${request.id}` };
    },
    settle(settlement) {
      settlements.push(settlement);
      if (settlement.charged === false) left += 1;
    },
  };
  return { spending, requests, settlements };
}
