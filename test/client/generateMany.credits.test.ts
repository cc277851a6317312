import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import type { Outcome } from "image-generation-node/client";
import type { GenerationRequest } from "image-generation-node/contract";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { ScriptedRun } from "image-generation-node/testing";
import { sampleRequest } from "./samples.js";

const itemsOf = (count: number, workflowRunId?: string): GenerationRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleRequest,
    context: { ...(workflowRunId !== undefined && { workflowRunId }), iteration: [index] },
  }));

const countOf = (outcomes: readonly Outcome[]) => {
  const counts: Record<string, number> = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** A back end whose account pays for so many images. */
function startBackend(credits: number, refusal: ScriptedRun = { end: "credits_exhausted" }) {
  const account = { left: credits };
  const { handler, requests } = createScriptedBackend({
    runs: () => {
      if (account.left === 0) return refusal;
      account.left -= 1;
      return {};
    },
  });
  const client = createClient({ baseUrl: "http://localhost/api", fetch: inProcessFetch(handler) });
  const asked = () =>
    requests.flatMap(({ operation, idempotencyKey }) =>
      operation === "generations" ? [idempotencyKey] : [],
    );
  return { account, client, asked };
}

describe("a batch whose credits run out", () => {
  it("of 10,000 items makes the 100 that are paid for, stops asking, and says what is left undone", async () => {
    const { client, asked } = startBackend(100);
    const told: Outcome[] = [];
    const outcomes = await client.generateMany(itemsOf(10_000), {
      concurrency: 3,
      onItem: (outcome) => told.push(outcome),
    });
    const { succeeded, failed = 0, undone = 0 } = countOf(outcomes);
    expect(succeeded).toBe(100);
    expect(failed).toBeGreaterThanOrEqual(1);
    expect(failed).toBeLessThanOrEqual(3);
    expect(asked()).toHaveLength(100 + failed);
    expect(undone).toBe(9_900 - failed);
    expect(countOf(told)).toEqual(countOf(outcomes));
    expect(outcomes.map(({ index }) => index)).toEqual(outcomes.map((_, index) => index));
    expect(outcomes.at(-1)).toMatchObject({
      status: "undone",
      error: { kind: "credits_exhausted", charged: false, outcome: "known" },
    });
  });

  it("lets the items under way end", async () => {
    let end = () => {};
    const isDrawn = new Promise<void>((resolve) => (end = resolve));
    const { handler } = createScriptedBackend({
      runs: (index) => (index === 1 ? { end: "credits_exhausted" } : { stageMs: index === 0 ? 1 : 0 }),
      delay: (milliseconds) => (milliseconds > 0 ? isDrawn : Promise.resolve()),
    });
    const client = createClient({ baseUrl: "http://localhost/api", fetch: inProcessFetch(handler) });
    const outcomes = await client.generateMany(itemsOf(4), {
      concurrency: 2,
      onItem: ({ index }) => index === 3 && end(),
    });
    expect(outcomes.map(({ status }) => status)).toEqual(["succeeded", "failed", "undone", "undone"]);
  });

  it.each([
    ["with the same keys inside of a workflow run", "run_1"],
    ["with the keys that were told, without one", undefined],
  ])("goes on later %s, and pays nothing twice", async (_, workflowRunId) => {
    const { account, client, asked } = startBackend(4);
    const items = itemsOf(10, workflowRunId);
    const first = await client.generateMany(items, { concurrency: 1 });
    expect(countOf(first)).toEqual({ succeeded: 4, failed: 1, undone: 5 });
    account.left = 100;
    const before = asked().length;
    // As a host saves it: through JSON.
    const saved = first.map((outcome) => JSON.parse(JSON.stringify(outcome)) as Outcome);
    const second = await client.generateMany(items, { concurrency: 1, completed: saved });
    expect(countOf(second)).toEqual({ succeeded: 10 });
    expect(second.map((outcome) => outcome.status === "succeeded" && outcome.reused)).toEqual(
      items.map((_item, index) => index < 4),
    );
    expect(asked().slice(before)).toHaveLength(6);
    const undone = first.filter(({ status }) => status === "undone").map(({ key }) => key);
    expect(asked().slice(-5)).toEqual(undone);
  });

  it("takes over what is complete behind the place where it stopped", async () => {
    const { client } = startBackend(6);
    const items = itemsOf(6);
    const all = await client.generateMany(items, { concurrency: 1 });
    const completed = all.map((outcome, index) => (index === 5 ? outcome : undefined));
    const outcomes = await startBackend(0).client.generateMany(items, { concurrency: 1, completed });
    expect(outcomes.map(({ status }) => status)).toEqual([
      "failed",
      ...Array.from({ length: 4 }, () => "undone"),
      "succeeded",
    ]);
  });

  it("of the provider's account says so for each, but of no other item's run", async () => {
    const { client } = startBackend(0, {
      end: "credits_exhausted",
      refused: false,
      problem: { reason: "provider_account", stage: "image" },
    });
    const [refused, left] = await client.generateMany(itemsOf(2), { concurrency: 1 });
    expect(refused).toMatchObject({ status: "failed", error: { reason: "provider_account" } });
    expect(refused?.status === "failed" && refused.error.id).toMatch(/^gen_/);
    expect(left).toMatchObject({ status: "undone", error: { reason: "provider_account" } });
    expect(left?.status === "undone" && left.error.id).toBeUndefined();
  });

  it("leaves undone too what a long pause holds back, and no single call", async () => {
    const { client, asked } = startBackend(0, {
      end: "rate_limited",
      problem: { retryAfterMs: 600_000 },
    });
    const outcomes = await client.generateMany(itemsOf(3), { concurrency: 1 });
    expect(outcomes.map(({ status }) => status)).toEqual(["failed", "undone", "undone"]);
    expect(asked()).toHaveLength(1);

    const empty = startBackend(0);
    for (const item of itemsOf(3))
      await expect(empty.client.generate(item)).rejects.toMatchObject({ kind: "credits_exhausted" });
    expect(empty.asked()).toHaveLength(3);
  });
});
