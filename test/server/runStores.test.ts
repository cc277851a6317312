import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { StreamEvent } from "image-generation-node/contract";
import type { RunStore } from "image-generation-node/server";
import { postgresRunStore, redisRunStore } from "image-generation-node/server/queue";
import type { SharedRunStore } from "image-generation-node/server/queue";
import { startPostgres } from "../queue/postgresServer.js";
import type { PostgresServer } from "../queue/postgresServer.js";
import { hasRedis, startRedis } from "../queue/redisServer.js";
import type { RedisServer } from "../queue/redisServer.js";
import { STAGES, describeRunStore, queued } from "./runStoreSuite.js";
import { until } from "./testBackend.js";

const DAY = 86_400_000;

describe("memoryRunStore", () => {
  const stores = new Map<number, RunStore>();
  describeRunStore((ttlMs) => {
    const store = stores.get(ttlMs) ?? memoryRunStore({ ttlMs });
    stores.set(ttlMs, store);
    return store;
  });
});

/** What stores that several processes share do besides. */
function describeSharedStore(open: (ttlMs: number) => SharedRunStore) {
  it("finds a run by its id alone", async () => {
    const run = queued({ scope: "somewhere" });
    await open(DAY).create(run);
    expect(await open(DAY).find(run.id)).toEqual(run);
    expect(await open(DAY).find("gen_unknown")).toBeNull();
  });

  it("lets no bytes of an image through", async () => {
    const store = open(DAY);
    const { id } = (await store.create(queued())).run;
    const told: StreamEvent[] = [];
    const stop = await store.subscribe("a", id, (event) => void told.push(event));
    const partial = { index: 0, b64: "A".repeat(100_000), mimeType: "image/png" };
    await store.publish("a", id, { event: "partial_image", data: partial });
    await store.publish("a", id, { event: "started", data: { id } });
    await until(() => told.length > 0);
    expect(told).toEqual([{ event: "started", data: { id } }]);
    stop();
  });

  it("listens to many runs at once, each on its own", async () => {
    const store = open(DAY);
    const runs = await Promise.all(Array.from({ length: 30 }, () => store.create(queued())));
    const told: string[] = [];
    const stops = await Promise.all(
      runs.map(({ run }) =>
        store.subscribe("a", run.id, (event) => event.event === "started" && told.push(event.data.id)),
      ),
    );
    await Promise.all(
      runs.map(({ run: { id } }) => open(DAY).publish("a", id, { event: "started", data: { id } })),
    );
    await until(() => told.length === 30);
    expect(new Set(told)).toEqual(new Set(runs.map(({ run }) => run.id)));
    for (const stop of stops) stop();
  });
}

describe("postgresRunStore", () => {
  let server: PostgresServer;
  let pools: [pg.Pool, pg.Pool];
  let turn = 0;

  beforeAll(async () => {
    server = await startPostgres();
    const connect = () => {
      const pool = new pg.Pool({ connectionString: server.url, max: 4 });
      pool.on("error", () => undefined);
      return pool;
    };
    pools = [connect(), connect()];
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await server.stop();
  });

  const open = (ttlMs: number, schema?: string) =>
    postgresRunStore({ pool: pools[(turn += 1) % 2] ?? pools[0], ttlMs, schema });
  describeRunStore(open);
  describeSharedStore(open);

  it("makes its tables once, although eight ask at once", async () => {
    const stores = Array.from({ length: 8 }, () => open(DAY, 'Odd "name"'));
    const created = await Promise.all(stores.map((store) => store.create(queued())));
    expect(created.every((claim) => claim.created)).toBe(true);
  });

  it("passes a reservation by whose run cannot be read", async () => {
    const onError = vi.fn();
    const store = postgresRunStore({ pool: pools[0], schema: "unreadable", onError });
    const spending = { state: "open", token: "t", settleAfter: 1 } as const;
    await store.create(queued({ spending, abandonedAt: 1 }));
    await pools[0].query("UPDATE unreadable.runs SET record = '{'");
    const run = queued({ spending, abandonedAt: 2 });
    await store.create(run);
    expect(await store.openReservations?.(10, 1)).toEqual([run]);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("says what is missing where it may make no tables", async () => {
    const store = postgresRunStore({ pool: pools[0], schema: "absent", migrate: false });
    await expect(store.create(queued())).rejects.toThrow(/absent/);
  });

  it("tells an end that came while its connection was gone", async () => {
    const store = open(DAY);
    const { id } = (await store.create(queued())).run;
    const told: StreamEvent[] = [];
    const stop = await store.subscribe("a", id, (event) => void told.push(event));
    const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'";
    await pools[0].query(cut);
    const problem = { type: "", title: "", status: 504, kind: "timeout", detail: "", retryable: false };
    await open(DAY).update("a", id, 0, { status: "failed", stages: STAGES, problem });
    await until(() => told.length === 1);
    expect(told).toEqual([{ event: "error", data: problem }]);
    await store.publish("a", id, { event: "started", data: { id } });
    await until(() => told.length === 2);
    stop();
  });

  it("gives its listening connection back", async () => {
    const store = open(DAY);
    const areIdle = () => pools.every((pool) => pool.idleCount === pool.totalCount);
    const stop = await store.subscribe("a", "gen_x", () => undefined);
    expect(areIdle()).toBe(false);
    stop();
    await until(areIdle);
  });
});

function describeRedis() {
  let server: RedisServer;
  const clients: Redis[] = [];

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.stop();
  });

  const open = (ttlMs: number) => {
    const redis = new Redis(server.url);
    clients.push(redis);
    return redisRunStore({ redis, ttlMs, prefix: `test-${process.pid}` });
  };
  describeRunStore(open);
  describeSharedStore(open);

  it("tells an end that came while its connection was gone", async () => {
    const store = open(DAY);
    const { id } = (await store.create(queued())).run;
    const told: StreamEvent[] = [];
    const stop = await store.subscribe("a", id, (event) => void told.push(event));
    await clients[0]?.call("CLIENT", "KILL", "TYPE", "pubsub");
    const problem = { type: "", title: "", status: 504, kind: "timeout", detail: "", retryable: false };
    await store.update("a", id, 0, { status: "failed", problem });
    await until(() => told.length === 1);
    expect(told).toEqual([{ event: "error", data: problem }]);
    stop();
  });

  it("forgets a reservation whose run is gone, so that it stands before no other", async () => {
    const redis = new Redis(server.url);
    clients.push(redis);
    const spending = { state: "open", token: "t", settleAfter: 1 } as const;
    const keys = () => redis.keys(`test-${process.pid}:run:*`);
    const before = new Set(await keys());
    await open(DAY).create(queued({ spending, abandonedAt: 1 }));
    await redis.del((await keys()).filter((key) => !before.has(key)));
    const run = queued({ spending, abandonedAt: 2 });
    await open(DAY).create(run);
    expect(await open(DAY).openReservations?.(10, 1)).toEqual([run]);
    expect(await redis.zcount(`test-${process.pid}:open`, "-inf", 10)).toBe(1);
  });

  it("passes a reservation by whose run cannot be read", async () => {
    const redis = new Redis(server.url);
    clients.push(redis);
    const prefix = `test-${process.pid}-unreadable`;
    const onError = vi.fn();
    const store = redisRunStore({ redis, prefix, onError });
    const spending = { state: "open", token: "t", settleAfter: 1 } as const;
    await store.create(queued({ spending, abandonedAt: 1 }));
    for (const key of await redis.keys(`${prefix}:run:*`)) await redis.set(key, "0:{");
    const run = queued({ spending, abandonedAt: 2 });
    await store.create(run);
    expect(await store.openReservations?.(10, 1)).toEqual([run]);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("keeps nothing without an end", async () => {
    const redis = new Redis(server.url);
    clients.push(redis);
    await open(DAY).create(queued({ spending: { state: "open", token: "t", settleAfter: 1 } }));
    const places = await redis.keys(`test-${process.pid}:*`);
    expect(places.length).toBeGreaterThan(10);
    const times = await Promise.all(places.map((place) => redis.pttl(place)));
    // Redis says -1 of a key without an end; one that has just ended is gone.
    expect(times).not.toContain(-1);
  });
}

if (hasRedis) describe("redisRunStore", describeRedis);
