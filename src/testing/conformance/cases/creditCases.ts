import { readCredits } from "../../../contract/index.js";
import { NotApplicable } from "../ConformanceCase.js";
import { defineCase } from "../defineCase.js";
import { expectEqual, expectProblem, expectThat } from "../expectThat.js";

const CREDITS = "Operations, GET /catalog: credits";
const MONEY = "Runs, time and money";

/** Cases of a caller's account: what the catalog says of it, and a run that it does not pay. */
export const creditCases = [
  defineCase({
    name: "the catalog's credits are what is left, in a unit",
    clause: `${CREDITS}: {left, unit, resetsAt?}; left is at least 0, resetsAt is in ISO 8601`,
    needs: ["credits"],
    async run(client) {
      const catalog = await client.catalog();
      if (catalog.credits === undefined) throw new NotApplicable("The catalog has no credits.");
      const credits = readCredits(catalog);
      expectThat(credits !== null, "credits with left and unit", catalog.credits);
      const { resetsAt } = Object(catalog.credits) as { resetsAt?: unknown };
      expectEqual(credits?.resetsAt, resetsAt, "resetsAt");
    },
  }),
  defineCase({
    name: "the catalog's credits are another entity",
    clause: `${CREDITS} (RFC 9110, If-None-Match): they change with each run, and so does the ETag`,
    needs: ["credits", "no_credits"],
    async run(client) {
      const own = await client.catalogResponse();
      const empty = await client.ask(["catalog"], { headers: { ...client.context.noCreditsHeaders } });
      const [tag, other] = [own, empty].map(({ headers }) => headers.get("ETag"));
      const isOther = JSON.stringify(own.json) !== JSON.stringify(empty.json);
      expectThat(!isOther || tag !== other, "another ETag for another account", other);
    },
  }),
  defineCase({
    name: "a run that the credits don't pay is credits_exhausted, and was not charged",
    clause: `${MONEY}: credits_exhausted, charged: false, before anything is spent`,
    billable: true,
    needs: ["no_credits"],
    async run(client) {
      const headers = { ...client.context.noCreditsHeaders };
      const problem = expectProblem(
        await client.generate(client.request(), { headers }),
        "credits_exhausted",
      );
      expectEqual(problem.charged, false, "charged");
      expectThat(problem.retryable !== true, "retryable not to be true", problem.retryable);
    },
  }),
  defineCase({
    name: "a run that the credits don't pay frees its key",
    clause: `${MONEY}: an outcome frees its key only when charged is false`,
    billable: true,
    needs: ["no_credits"],
    async run(client) {
      const headers = { ...client.context.noCreditsHeaders };
      const key = `conformance-${crypto.randomUUID()}`;
      expectProblem(await client.generate(client.request(), { key, headers }), "credits_exhausted");
      // Another body: a key that is kept answers idempotency_mismatch.
      const again = await client.generate(client.request(), { key, headers });
      expectProblem(again, "credits_exhausted");
      expectThat(again.headers.get("Idempotency-Replayed") === null, "no replay", again.headers);
    },
  }),
];
