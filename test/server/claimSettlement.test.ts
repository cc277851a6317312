import { expect, it } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunRecord, RunSpending } from "image-generation-node/server";
import { createHandlerContext } from "../../src/server/createHandlerContext.js";
import { claimSettlement } from "../../src/server/spending/claimSettlement.js";
import { memoryStorage } from "../../src/server/storage/memoryStorage.js";
import { queued } from "./runStoreSuite.js";
import { BASE } from "./testBackend.js";

const SOON = Date.now() + 1_000_000;

const OWN = "exec_own";

it.each<[string, RunSpending["state"], number, string | undefined, boolean]>([
  ["one that waits for a late image, by the attempt that waited", "open", SOON, OWN, true],
  [
    "one that waits for a late image, by no attempt that the run does not name",
    "open",
    SOON,
    "exec_before",
    false,
  ],
  ["one that waits for a late image, by nobody else", "open", SOON, undefined, false],
  ["one whose time has come, by anybody", "open", 1, undefined, true],
  ["one that another settles, by nobody", "settling", SOON, OWN, false],
  ["one that another left as it settled it, by anybody", "settling", 1, undefined, true],
  ["one whose handler may still be asking, by nobody", "reserving", SOON, OWN, false],
  ["one that is settled, by nobody", "closed", 1, OWN, false],
])("a settlement is claimed of %s", async (_, state, settleAfter, execution, isClaimed) => {
  const runs = memoryRunStore();
  const handler = createHandlerContext({
    runs,
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: BASE,
  });
  const run = queued({
    status: "failed",
    endedAt: 1,
    execution: OWN,
    spending: { state, token: "t", settleAfter },
  });
  await runs.create(run);
  const claim = () => claimSettlement(handler, run, execution);
  const claims = await Promise.all([claim(), claim()]);
  expect(claims.filter((held) => held !== null)).toHaveLength(isClaimed ? 1 : 0);
  expect(await claim()).toBeNull();
});

it("leaves one whose image can still be fetched to whoever goes on with it", async () => {
  const runs = memoryRunStore();
  const handler = createHandlerContext({
    runs,
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: BASE,
  });
  const journal = {} as NonNullable<RunRecord["journal"]>;
  const spending = { state: "open", token: "t", settleAfter: SOON } as const;
  const run = queued({ status: "failed", endedAt: 1, execution: OWN, spending, journal });
  await runs.create(run);
  expect(await claimSettlement(handler, run, OWN)).toBeNull();
});

it("leaves an overdue one whose image can be fetched to a process that fetches such images", async () => {
  const runs = memoryRunStore();
  const handler = createHandlerContext({
    runs,
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: BASE,
  });
  const journal = {} as NonNullable<RunRecord["journal"]>;
  const spending = { state: "open", token: "t", settleAfter: 1 } as const;
  const run = queued({ status: "failed", endedAt: 1, spending, journal });
  await runs.create(run);
  expect(await claimSettlement({ ...handler, takeUp: () => undefined }, run)).toBeNull();
  // Where no such process comes, a worker settles it.
  expect(await claimSettlement(handler, run)).not.toBeNull();
});

it("claims nothing of a run that goes on", async () => {
  const runs = memoryRunStore();
  const handler = createHandlerContext({
    runs,
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: BASE,
  });
  const run = queued({ execution: OWN, spending: { state: "open", token: "t", settleAfter: 1 } });
  await runs.create(run);
  expect(await claimSettlement(handler, run, OWN)).toBeNull();
});
