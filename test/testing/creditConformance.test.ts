import { describe, expect, it } from "vitest";
import type { Catalog } from "image-generation-node/contract";
import {
  conformanceCases,
  createScriptedBackend,
  fixtures,
  inProcessFetch,
} from "image-generation-node/testing";
import type { ScriptedRun } from "image-generation-node/testing";

type Handler = (request: Request) => Promise<Response>;
const EMPTY = "Bearer empty";
const isEmpty = (request: Request) => request.headers.get("Authorization") === EMPTY;

/** Runs the cases about credits on a back end whose second workspace has none. Returns what failed. */
async function check(
  credits: unknown,
  { refusal, spoil }: { refusal?: ScriptedRun; spoil?: (good: Handler) => Handler } = {},
) {
  const offerOf = (account: unknown): Catalog => ({ ...fixtures.catalog, credits: account });
  const own = createScriptedBackend({ catalog: offerOf(credits) });
  const empty = createScriptedBackend({
    catalog: offerOf({ left: 0, unit: "credits" }),
    runs: refusal ?? { end: "credits_exhausted" },
  });
  const good: Handler = async (request) => {
    const response = await (isEmpty(request) ? empty : own).handler(request);
    if (isEmpty(request) && response.headers.has("ETag")) response.headers.set("ETag", '"empty"');
    return response;
  };
  const context = {
    fetch: inProcessFetch(spoil?.(good) ?? good),
    baseUrl: "http://localhost/api",
    noCreditsHeaders: { Authorization: EMPTY },
  };
  const cases = conformanceCases({ catalog: offerOf(credits), noCredits: true }).filter(({ needs }) =>
    needs.some((need) => need === "credits" || need === "no_credits"),
  );
  const failed: string[] = [];
  for (const { name, run } of cases) await run(context).catch(() => failed.push(name));
  return { failed, count: cases.length };
}

const WELL_FORMED = "the catalog's credits are what is left, in a unit";
const ENTITY = "the catalog's credits are another entity";
const REFUSED = "a run that the credits don't pay is credits_exhausted, and was not charged";
const FREED = "a run that the credits don't pay frees its key";
const account = { left: 12, unit: "credits", resetsAt: "2026-12-01T00:00:00Z" };

describe("the conformance cases of credits", () => {
  it("suspect no good back end", async () => {
    expect(await check(account)).toEqual({ failed: [], count: 4 });
    expect(await check({ left: 0.5, unit: "USD" })).toEqual({ failed: [], count: 4 });
  });

  it.each([
    ["is a number", 12],
    ["is less than nothing", { left: -1, unit: "credits" }],
    ["has no unit", { left: 12 }],
    ["is filled up soon", { left: 12, unit: "credits", resetsAt: "soon" }],
  ])("find an account that %s", async (_, credits) => {
    expect((await check(credits)).failed).toEqual([WELL_FORMED]);
  });

  it("find an entity tag that does not tell one account from another", async () => {
    const spoil = (good: Handler) => async (request: Request) => {
      const response = await good(request);
      if (response.headers.has("ETag")) response.headers.set("ETag", '"same"');
      return response;
    };
    expect((await check(account, { spoil })).failed).toEqual([ENTITY]);
  });

  it.each<[string, ScriptedRun, string[]]>([
    [
      "does not say that nothing was charged",
      { end: "credits_exhausted", problem: { charged: null } },
      [REFUSED],
    ],
    ["is worth repeating", { end: "credits_exhausted", problem: { retryable: true } }, [REFUSED]],
    ["is another one", { end: "rate_limited" }, [REFUSED, FREED]],
    ["never comes", {}, [REFUSED, FREED]],
    [
      "keeps the key",
      { end: "credits_exhausted", refused: false, problem: { charged: true } },
      [REFUSED, FREED],
    ],
  ])("find a refusal that %s", async (_, refusal, failed) => {
    expect((await check(account, { refusal })).failed).toEqual(failed);
  });

  it("apply only where the catalog has credits, and credentials without any are given", () => {
    const names = (options: Parameters<typeof conformanceCases>[0]) =>
      conformanceCases(options).map(({ name }) => name);
    expect(names({ catalog: fixtures.catalog })).not.toContain(WELL_FORMED);
    expect(names({ catalog: { ...fixtures.catalog, credits: account } })).toContain(WELL_FORMED);
    expect(names({ catalog: fixtures.catalog })).not.toContain(REFUSED);
    expect(names({ catalog: fixtures.catalog, noCredits: true })).toEqual(
      expect.arrayContaining([REFUSED, FREED]),
    );
  });
});
