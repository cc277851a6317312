import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createGenerationQueue, consumeGenerations } from "image-generation-node/server/queue";
import type { GenerationWorker } from "image-generation-node/server/queue";
import { small, statusOf } from "../server/runHelpers.js";
import { body, createTestBackend, deferred, succeed, until } from "../server/testBackend.js";
import { deployTurns, startPostgresGround, startRedisGround } from "./deployTurns.js";
import type { Ground, TurnsDeployment } from "./deployTurns.js";
import { freePort } from "./postgresServer.js";
import { hasRedis } from "./redisServer.js";

function describeMachines(startGround: () => Promise<Ground>): void {
  let ground: Ground;
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    ground = await startGround();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => ground.stop());
  const deploy = (given?: TurnsDeployment) => deployTurns(ground, closers, given);
  const countJobs = (name: string) => ground.countJobs(name);

  it.each(["test/painter", "limited/painter"])(
    "gives a workspace its turn before 300 runs of another that came first, on %s",
    async (model) => {
      const gate = deferred<undefined>();
      const providerLimits = { limited: { max: 1_000, durationMs: 1_000 } };
      const generate = () => gate.promise.then(small);
      const { start, calls, consume } = deploy({ generate, providerLimits, concurrency: 2 });
      const consumer = await consume();
      closers.push(async () => gate.resolve(undefined));
      for (let index = 0; index < 300; index += 20) {
        await Promise.all(Array.from({ length: 20 }, (_, more) => start("a", `of a ${index + more}`, model)));
      }
      await until(() => calls.length === 2);
      await start("b", "of b", model);
      gate.resolve(undefined);
      await until(() => calls.includes("of b"));
      // Two that were under way, two that waited in the engine, and two that may overtake it on their way to the model.
      expect(calls.indexOf("of b")).toBeLessThanOrEqual(6);
      // And the long line goes on.
      await until(() => calls.length >= 20);
      await consumer.close();
    },
  );

  it("takes a cancelled run out of the queue, and lets the next of its line in", async () => {
    const providerLimits = { limited: { max: 4, durationMs: 3_600_000 } };
    const deployment = deploy({ providerLimits, limits: { maxQueueMs: 2 * 3_600_000 } });
    const { start, backend, calls, consume, runs, nameOfLimited } = deployment;
    const ids: string[] = [];
    for (let index = 0; index < 4; index += 1) ids.push(await start("a", `a ${index}`, "limited/painter"));
    const cancel = (id = "") => backend.remove(`/generations/${id}`, { "X-Scope": "a" });
    const jobs = () => countJobs(nameOfLimited);
    expect(await jobs()).toBe(2);

    // Held: nobody takes its place. In the engine: the one that is held does.
    await cancel(ids[3]);
    await cancel(ids[0]);
    const queue = { name: nameOfLimited, limit: providerLimits.limited };
    const delivered = async () => (await runs.turns?.overdue(queue, -1))?.ready;
    await until(async () => (await delivered())?.join() === [ids[1], ids[2]].join());
    await until(async () => (await jobs()) === 2);
    for (const id of [ids[1], ids[2]]) await cancel(id);
    await until(async () => (await jobs()) === 0);

    // None of the four has used the limit's tokens: all are there for others.
    await consume();
    for (let index = 0; index < 4; index += 1) {
      await succeed(await deployment.send("b", `b ${index}`, {}, "limited/painter"));
    }
    expect(calls).toEqual(["b 0", "b 1", "b 2", "b 3"]);
    for (const id of ids) {
      expect(await statusOf(backend, id, { "X-Scope": "a" })).toMatchObject({ status: "cancelled" });
    }
  });

  it("takes a run out of the queue that is found abandoned", async () => {
    const { start, backend, runs, name } = deploy();
    const id = await start("a", "a");
    expect(await countJobs(name)).toBe(1);
    const run = await runs.get("a", id);
    await runs.update("a", id, run?.revision ?? 0, { abandonedAt: Date.now() - 1 });
    const status = await statusOf(backend, id, { "X-Scope": "a" });
    expect(status).toMatchObject({ problem: { kind: "overloaded" } });
    await until(async () => (await countJobs(name)) === 0);
  });

  it("takes a run out of its line that the engine did not take", async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const engine =
      "postgres" in ground.engine
        ? { postgres: `postgres://postgres@${address}/postgres` }
        : { redis: { host: "127.0.0.1", port: Number(address.split(":")[1]), retryStrategy: () => null } };
    const name = `away-${crypto.randomUUID()}`;
    const queue = createGenerationQueue({ engine, name, onError: () => undefined });
    closers.push(() => queue.close().catch(() => undefined));
    const runs = ground.open();
    const backend = createTestBackend({ runs, dispatch: queue.dispatch });
    expect((await backend.post("/generations", body())).status).toBe(503);
    const overdue = () => runs.turns?.overdue({ name, limit: undefined }, -1);
    await until(async () => (await overdue())?.ready.length === 0);
  });

  it("refuses at once what a limit lets not start in time; the others all succeed", async () => {
    const gate = deferred<undefined>();
    const limit = { max: 3, durationMs: 2_000 };
    const { send, consume, calls } = deploy({
      generate: () => gate.promise.then(small),
      providerLimits: { limited: limit },
      concurrency: 20,
      // Four spans begin in it, and the last has a whole one to spare.
      limits: { maxQueueMs: 8_000 },
    });
    await consume();
    closers.push(async () => gate.resolve(undefined));
    const refused: { status: number; after: number; ms: number }[] = [];
    const others: Response[] = [];
    const answers = Array.from({ length: 40 }, async (_, index) => {
      const headers = index % 2 === 0 ? {} : { Prefer: "respond-async" };
      const response = await send("a", `a ${index}`, headers, "limited/painter");
      if (response.status !== 503) return others.push(response);
      const problem = (await response.json()) as { kind: string; charged: boolean; retryAfterMs: number };
      expect(problem).toMatchObject({ kind: "overloaded", charged: false });
      const after = Number(response.headers.get("Retry-After"));
      return refused.push({ status: response.status, after, ms: problem.retryAfterMs });
    });
    // Nobody's image is there yet.
    await until(() => refused.length >= 20);
    gate.resolve(undefined);
    await Promise.all(answers);
    expect(others.length).toBeGreaterThanOrEqual(12);
    expect(others.map(({ status }) => status).filter((status) => status !== 200 && status !== 202)).toEqual(
      [],
    );
    await until(() => calls.length === others.length);
    expect(refused.every(({ after, ms }) => after === Math.ceil(ms / 1_000) && after >= 1)).toBe(true);
    // Each is told another moment.
    expect(new Set(refused.map(({ ms }) => ms)).size).toBeGreaterThan(refused.length / 2);
  });

  it("delivers a run whose process died before it gave it to the engine", async () => {
    const { backend, name, runs, calls, consume, start } = deploy();
    const queue = { name, limit: undefined };
    const dying = createTestBackend({
      runs,
      dispatch: async ({ scope, id }, { startBy }) =>
        void (await runs.turns?.enter({ queue, scope, id, until: startBy })),
      imageModels: { "test/painter": { model: { generate: small } } },
    });
    const lost: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      const headers = { Prefer: "respond-async", "X-Scope": "a" };
      const response = await dying.post(
        "/generations",
        body({ prompt: { template: `lost ${index}` } }),
        headers,
      );
      lost.push(((await response.json()) as { id: string }).id);
    }
    const held = await start("a", "held");
    expect(await countJobs(name)).toBe(0);
    await consume({ stalledIntervalMs: 200 });
    for (const id of [...lost, held]) {
      await until(async () => (await statusOf(backend, id, { "X-Scope": "a" })).status === "succeeded");
    }
    expect([...calls].sort()).toEqual(["held", "lost 0", "lost 1"]);
  });

  it("ends what waited too long, in the engine and held, without a worker taking it", async () => {
    const gate = deferred<undefined>();
    const { start, backend, calls, consume, name } = deploy({
      generate: () => gate.promise.then(small),
      limits: { maxQueueMs: 3_000 },
      concurrency: 1,
      stalledIntervalMs: 200,
    });
    await consume();
    closers.push(async () => gate.resolve(undefined));
    const first = await start("a", "first");
    await until(() => calls.length === 1);
    const late: string[] = [];
    for (let index = 0; index < 4; index += 1) late.push(await start("a", `late ${index}`));
    const status = (id: string) => statusOf(backend, id, { "X-Scope": "a" });
    for (const id of late) await until(async () => (await status(id)).status === "failed");
    expect(await countJobs(name)).toBe(1);
    expect((await status(late[0] ?? "")).problem).toMatchObject({ kind: "overloaded", charged: false });
    gate.resolve(undefined);
    await until(async () => (await status(first)).status === "succeeded");
    expect(calls).toEqual(["first"]);
  });

  it("delivers in the order of coming where a wrapper of dispatch leaves its second argument out", async () => {
    const { queue, name } = deploy();
    for (let index = 0; index < 4; index += 1) {
      await queue.dispatch({ scope: "a", id: `gen_${index}`, provider: "test" });
    }
    expect(await countJobs(name)).toBe(4);
  });

  it("takes no worker without its run store, which would never let the next of a line through", async () => {
    const { worker, name } = deploy();
    const { execute, settled } = worker;
    const wrapped = { execute, settled } as unknown as GenerationWorker;
    await expect(consumeGenerations(wrapped, { engine: ground.engine, name })).rejects.toThrow(/`runs`/);
  });
}

describe("turns over PostgreSQL", () => describeMachines(startPostgresGround));
if (hasRedis) describe("turns over Redis", () => describeMachines(startRedisGround));
