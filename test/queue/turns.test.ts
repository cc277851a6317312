import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresRunStore } from "image-generation-node/server/queue";
import { quoteName } from "../../src/server/queue/postgres/migratePostgres.js";
import { postgresTurns } from "../../src/server/queue/turns/postgresTurns.js";
import { redisTurns } from "../../src/server/queue/turns/redisTurns.js";
import type { TurnEntry } from "../../src/server/queue/turns/RunTurns.js";
import { turnTables } from "../../src/server/queue/turns/turnTables.js";
import { until } from "../server/testBackend.js";
import { startPostgres } from "./postgresServer.js";
import type { PostgresServer } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";
import type { RedisServer } from "./redisServer.js";
import { describeTurns } from "./turnsSuite.js";

describe("turns in PostgreSQL", () => {
  // As odd as a name may be: it stands in SQL, and in text within SQL.
  const schema = quoteName(`Odd "na'me" $& `);
  let server: PostgresServer;
  let pool: pg.Pool;

  beforeAll(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.url, max: 10 });
    await pool.query(`CREATE SCHEMA ${schema}`);
    // Twice: an update finds what is there.
    for (let time = 0; time < 2; time += 1) await pool.query(turnTables(schema));
  });
  afterAll(async () => {
    await pool.end();
    await server.stop();
  });

  const query = async <Row>(text: string, values: unknown[]) =>
    (await pool.query<Row & pg.QueryResultRow>(text, values)).rows;
  describeTurns((now) => postgresTurns({ schema, query }, now));

  /** Makes a call within a transaction that is not over before `commit`. */
  const inTransaction = async (entries: readonly Omit<TurnEntry, "until">[]) => {
    const client = await pool.connect();
    await client.query("BEGIN");
    const turns = postgresTurns({
      schema,
      query: async <Row>(text: string, values: unknown[]) =>
        (await client.query<Row & pg.QueryResultRow>(text, values)).rows,
    });
    for (const entry of entries) await turns.enter({ ...entry, until: Date.now() + 60_000 });
    return async () => {
      await client.query("COMMIT");
      client.release();
    };
  };
  /** Waits until a call has an answer, or stands at a lock. */
  const settled = async (call: Promise<unknown>) => {
    let isAnswered = false;
    void call.then(() => (isAnswered = true));
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%_turn(%'";
    await until(async () => isAnswered || (await pool.query(waiting)).rows.length > 0);
  };

  it("lets one that comes see those that are just coming", async () => {
    const queue = { name: crypto.randomUUID(), limit: undefined };
    const at = { queue, scope: "a" };
    const ids = ["1", "2", "3"].map((number) => `gen_${number}_${queue.name}`);
    const [first = "", second = "", third = ""] = ids;
    const commit = await inTransaction([first, second].map((id) => ({ ...at, id })));
    const entering = postgresTurns({ schema, query }).enter({ ...at, id: third, until: Date.now() + 60_000 });
    await settled(entering);
    await commit();
    expect(await entering).toEqual({ ready: [], refusedMs: null });
  });

  it("lets one that leaves see those that are just coming, who would wait for ever", async () => {
    const queue = { name: crypto.randomUUID(), limit: undefined };
    const at = { queue, scope: "a" };
    const [first = "", second = "", third = ""] = ["1", "2", "3"].map(
      (number) => `gen_${number}_${queue.name}`,
    );
    await (
      await inTransaction([first, second].map((id) => ({ ...at, id })))
    )();
    const commit = await inTransaction([{ ...at, id: third }]);
    const leaving = postgresTurns({ schema, query }).leave({ queue, id: first, isStart: true });
    await settled(leaving);
    await commit();
    expect(await leaving).toEqual([third]);
  });

  it("come with the run store", async () => {
    const { turns } = postgresRunStore({ pool });
    const entry = {
      queue: { name: "q", limit: undefined },
      scope: "a",
      id: "gen_1",
      until: Date.now() + 30_000,
    };
    expect(await turns?.enter(entry)).toEqual({ ready: ["gen_1"], refusedMs: null });
  });
});

function describeRedis() {
  let server: RedisServer;
  let redis: Redis;
  const prefix = `{test-${process.pid}}`;

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  describeTurns((now) => redisTurns({ redis, prefix, now }));

  it("lie in one slot, and nothing of them is kept without an end", async () => {
    const keys = await redis.keys(`${prefix}*`);
    expect(keys.length).toBeGreaterThan(10);
    expect(await redis.keys("*:turns:*")).toHaveLength(keys.length);
    const times = await Promise.all(keys.map((key) => redis.pttl(key)));
    expect(times).not.toContain(-1);
  });
}

if (hasRedis) describe("turns in Redis", describeRedis);
