import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import { expectNotice } from "../../src/server/queue/postgres/expectNotice.js";
import { small } from "../server/runHelpers.js";
import { BASE, body, createTestBackend, succeed } from "../server/testBackend.js";
import { hasPgBouncer, startPgBouncer } from "./pgbouncer.js";
import type { PgBouncerOptions } from "./pgbouncer.js";
import { startPostgres } from "./postgresServer.js";
import type { PostgresServer } from "./postgresServer.js";

let server: PostgresServer;
let pool: pg.Pool;

beforeAll(async () => {
  server = await startPostgres();
  pool = new pg.Pool({ connectionString: server.url, max: 4 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A deployment whose queue goes through a proxy, while its run store does not. */
async function deploy(options: PgBouncerOptions) {
  const proxy = await startPgBouncer(server.url, options);
  closers.push(() => proxy.stop());
  const errors: Error[] = [];
  const queueOptions = {
    engine: { postgres: proxy.url },
    name: `test-${crypto.randomUUID()}`,
    onError: (error: Error) => void errors.push(error),
  };
  const runs = postgresRunStore({ pool });
  const imageModels = { "test/painter": { provider: "test", model: { generate: small } } };
  const storage = memoryStorage();
  const queue = createGenerationQueue(queueOptions);
  closers.push(() => queue.close());
  const reported: unknown[] = [];
  const hooks = { onError: (event: unknown) => void reported.push(event) };
  const backend = createTestBackend({ imageModels, storage, runs, dispatch: queue.dispatch, hooks });
  const worker = createGenerationWorker({ imageModels, storage, runs, publicUrl: BASE });
  const consume = async () => {
    const consumer = await consumeGenerations(worker, queueOptions);
    closers.push(() => consumer.close());
  };
  return { backend, consume, errors, queue, reported };
}

function describeQueue() {
  const unheard = /lends the server's connections by transaction .* lead to the server itself/;

  it.each<[string, PgBouncerOptions]>([
    ["many connections", { mode: "transaction", ignored: "options" }],
    ["one connection", { mode: "transaction", ignored: "options", size: 1 }],
    ["two connections by turns", { mode: "transaction", ignored: "options", size: 2, byTurns: true }],
  ])("does not begin to consume in transaction mode, with %s, and says why", async (_, options) => {
    // With the search path on the server's side nothing else is wrong.
    await pool.query("ALTER ROLE postgres SET search_path = bullmq");
    onTestFinished(() => pool.query("ALTER ROLE postgres RESET search_path").then(() => undefined));
    const { consume, errors } = await deploy(options);
    await expect(consume()).rejects.toThrow(unheard);
    expect(errors).toEqual([]);
  });

  it("takes generations for workers elsewhere in transaction mode, where the search path is set", async () => {
    await pool.query("ALTER ROLE postgres SET search_path = bullmq");
    onTestFinished(() => pool.query("ALTER ROLE postgres RESET search_path").then(() => undefined));
    const { backend } = await deploy({ mode: "transaction", ignored: "options" });
    const response = await backend.post("/generations", body(), { Prefer: "respond-async" });
    expect(response.status).toBe(202);
  });

  it.each(["session", "transaction"] as const)(
    "says in %s mode that the search path did not reach the server",
    async (mode) => {
      const { consume, queue } = await deploy({ mode, ignored: "options" });
      await expect(consume()).rejects.toThrow(/keeps the startup option `search_path` from the server/);
      await expect(queue.dispatch({ scope: "team", id: "gen_1", provider: "test" })).rejects.toThrow(
        /search_path/,
      );
    },
  );

  it("says that the proxy refuses the startup option", async () => {
    const { consume } = await deploy({ mode: "session" });
    await expect(consume()).rejects.toThrow(
      /refuses the queue's startup option `search_path`: let the option `engine.postgres` lead to the server itself/,
    );
  });

  it("works in session mode where the search path is set", async () => {
    await pool.query("ALTER ROLE postgres SET search_path = bullmq");
    onTestFinished(() => pool.query("ALTER ROLE postgres RESET search_path").then(() => undefined));
    const { backend, consume } = await deploy({ mode: "session", ignored: "options" });
    await consume();
    await succeed(await backend.post("/generations", body()));
  });
}

function describeStore() {
  const listenBy = async (url: string, patienceMs?: number) => {
    const own = new pg.Pool({ connectionString: url, max: 2 });
    closers.push(() => own.end());
    const client = await own.connect();
    closers.push(() => Promise.resolve(client.release(true)));
    const channel = `test_${crypto.randomUUID().slice(0, 8)}`;
    await client.query(`LISTEN "${channel}"`);
    const errors: Error[] = [];
    const heard = new Promise<boolean>((resolve) => {
      client.on("notification", ({ payload = "" }) => void (notice.hear(payload) && resolve(true)));
    });
    const onError = (error: Error) => void errors.push(error);
    const notice = expectNotice(own, channel, onError, patienceMs);
    const again = () => expectNotice(own, channel, onError, patienceMs);
    return { heard, errors, again };
  };

  it("is told of notices that do not come, once", async () => {
    const proxy = await startPgBouncer(server.url, { mode: "transaction" });
    closers.push(() => proxy.stop());
    const { errors, again } = await listenBy(proxy.url, 200);
    await expect.poll(() => errors.length).toBe(1);
    expect(errors[0]?.message).toMatch(
      /does not hear PostgreSQL's notices.*let the option `pool` of `postgresRunStore` lead/,
    );
    again();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(errors.length).toBe(1);
  });

  it("hears its notice in session mode, and by the server itself", async () => {
    const proxy = await startPgBouncer(server.url, { mode: "session" });
    closers.push(() => proxy.stop());
    for (const url of [proxy.url, server.url]) {
      const { heard, errors } = await listenBy(url, 60_000);
      expect(await heard).toBe(true);
      expect(errors).toEqual([]);
    }
  });
}

if (hasPgBouncer) {
  describe("a queue behind pgbouncer", describeQueue);
  describe("a run store behind pgbouncer", describeStore);
}

describe("a run store without a proxy", () => {
  it("expects no notice of a pool that is closed", async () => {
    const closed = new pg.Pool({ connectionString: server.url });
    await closed.end();
    const errors: Error[] = [];
    expectNotice(closed, "test_closed", (error) => void errors.push(error), 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(errors).toEqual([]);
  });
});
