import { describe, expect, it } from "vitest";
import type { Problem } from "image-generation-node/contract";
import type { RunPatch } from "image-generation-node/server";
import { createProblem, toProblem } from "../../src/server/http/createProblem.js";
import { sumPrices } from "../../src/server/spending/sumPrices.js";
import { toSettlement } from "../../src/server/spending/toSettlement.js";
import { queued } from "./runStoreSuite.js";

const problem = (charged: boolean | null): Problem => toProblem(createProblem("timeout", { charged }), "req");
const image = { attachmentId: "a", imageUrl: "" };
const late = { output: image, image: {} } as unknown as NonNullable<RunPatch["late"]>;

describe("what a host is told of a run", () => {
  it.each<[string, RunPatch, boolean | null]>([
    ["that failed without a charge", { problem: problem(false) }, false],
    ["that failed with one", { problem: problem(true) }, true],
    ["of which nothing is known", { problem: problem(null), imageStartedAt: 1 }, null],
    ["whose image came late, before its arrival was noted", { problem: problem(null), late }, true],
    ["whose image arrived, and was lost", { problem: problem(null), imageArrivedAt: 1 }, true],
    [
      "whose provider took nothing for what arrived",
      { problem: problem(false), imageArrivedAt: 1, imageStartedAt: 1 },
      false,
    ],
  ])("%s: whether it was charged", (_, patch, charged) => {
    const run = queued({ ...patch, status: "failed", endedAt: 2 });
    expect(toSettlement(run)).toMatchObject({ id: run.id, scope: "a", token: null, charged, price: [] });
  });

  it("adds up what it used, per currency, without what has no price", () => {
    const items = [
      { kind: "prompt", model: "w", amount: "0.1", currency: "USD" },
      { kind: "image", model: "p", amount: "0.2", currency: "USD" },
      { kind: "upscale", model: "u", amount: 3, currency: "credits" },
      { kind: "other" },
    ];
    const spending = { state: "settling", token: "t", settleAfter: 1 } as const;
    const run = queued({ usage: { items }, spending });
    const price = [
      { currency: "USD", min: "0.3", max: "0.3" },
      { currency: "credits", min: 3, max: 3 },
    ];
    expect(toSettlement(run)).toMatchObject({ token: "t", usage: { items }, price });
    const kept = queued({ usage: { items }, spending: { ...spending, hasKeptPrompt: true } });
    expect(toSettlement(kept)).toMatchObject({ usage: { items: items.slice(1) } });
  });
});

it("leaves a price that stands alone as it is written", () => {
  const one = { currency: "EUR", min: "0.10", max: "0.20" };
  expect(sumPrices([one])).toEqual([one]);
  expect(sumPrices([one, { currency: "EUR", min: 1, max: "2" }])).toEqual([
    { currency: "EUR", min: "1.1", max: "2.2" },
  ]);
});
