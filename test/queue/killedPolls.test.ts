import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createImageNodeConfig } from "image-generation-node/contract";
import { POLLERS } from "../server/journal/pollerModels.js";
import type { PollerStep } from "../server/journal/startPollers.js";
import { listen } from "../../src/cli/listen.js";
import type { Listening } from "../../src/cli/listen.js";
import { buildProgram } from "./machines/buildProgram.js";
import { readStatus } from "./machines/generateWhatever.js";
import { openChaos } from "./machines/openChaos.js";
import type { Chaos, Engine } from "./machines/openChaos.js";
import { hasRedis } from "./redisServer.js";

/** Steps in which a worker is killed, each with how often it was reached, and whether its image comes all the same. */
const DEATHS: readonly [step: PollerStep | "store", count: number, comes: boolean][] = [
  ["accepted", 1, false],
  ["poll", 1, true],
  ["poll", 2, true],
  ["download", 1, true],
  ["store", 1, true],
];
const CASES = POLLERS.flatMap((provider) =>
  DEATHS.map(([step, count, comes]) => ({
    provider,
    step,
    count,
    comes,
    prompt: `${provider} ${step} ${count}`,
  })),
);
/** A worker that is only slow must not count as dead, and no run may end for its time. */
const TIMES = {
  LOCK_MS: "6000",
  STALLED_MS: "2000",
  TIMEOUT_MS: "240000",
  CONCURRENCY: String(CASES.length),
};

const ENGINES: readonly (readonly [Engine, boolean])[] = [
  ["postgres", true],
  ["redis", hasRedis],
];

describe.each(ENGINES.filter(([, isThere]) => isThere))("a worker that is killed, over %s", (engine) => {
  let chaos: Chaos;
  let gate: Listening;
  /** Told of each image that is about to be stored. */
  let onStore: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    gate = await listen(async () => {
      await onStore();
      return new Response("stored");
    });
    const times = { ...TIMES, STORE_GATE: gate.origin };
    chaos = await openChaos({ engine, program: await buildProgram(), times, polls: true });
  });
  afterAll(async () => {
    await chaos.stop();
    await gate.close();
  });

  it("loses no image whose submit was answered, and submits none twice", { timeout: 280_000 }, async () => {
    const { machines, ports, bases, pollers } = chaos;
    if (!pollers) throw new Error("Nobody can be polled.");
    const base = bases[0] ?? "";
    const held = new Set<string>();
    let isKilled = false;
    let stored = 0;
    const allHeld = new Promise<void>((resolve) => {
      const look = () => {
        if (held.size + stored === CASES.length) resolve();
      };
      onStore = () => {
        if (isKilled) return Promise.resolve();
        stored += 1;
        look();
        return new Promise(() => undefined);
      };
      pollers.hook(({ provider, step, count, prompt }) => {
        const isCase = prompt === `${provider} ${step} ${count}`;
        if (isKilled || (!isCase && !held.has(prompt))) return undefined;
        held.add(prompt);
        look();
        return new Promise(() => undefined);
      });
    });
    const [, worker] = await Promise.all([machines.start("handler", ports[0]), machines.start("worker")]);
    const ids = await Promise.all(
      CASES.map(async ({ provider, prompt }, index) => {
        const config = createImageNodeConfig({
          imageModel: provider,
          prompt: { mode: "manual", template: prompt },
        });
        const response = await fetch(`${base}/generations`, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": `key-${index}`,
            Prefer: "respond-async",
          },
          body: JSON.stringify({ config, variables: {} }),
        });
        return ((await response.json()) as { id: string }).id;
      }),
    );
    await allHeld;
    isKilled = true;
    await machines.kill(worker);
    await machines.start("worker");
    const ends = await Promise.all(ids.map((id) => untilEnded(base, id)));
    const told = CASES.map(({ prompt }, index) => [prompt, ends[index]?.status, pollers.count(prompt)]);
    expect(told).toEqual(CASES.map(({ prompt, comes }) => [prompt, comes ? "succeeded" : "failed", 1]));
    const problems = ends.flatMap(({ problem }) =>
      problem ? [[problem.kind, problem.reason, problem.charged]] : [],
    );
    expect(problems).toEqual(POLLERS.map(() => ["timeout", "interrupted", null]));
    expect(machines.exits).toEqual([]);
  });
});

async function untilEnded(base: string, id: string): ReturnType<typeof readStatus> {
  for (;;) {
    const status = await readStatus(base, id);
    if (status.status !== "queued" && status.status !== "running") return status;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
