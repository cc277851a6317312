import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import { createGenerationWorker, postgresRunStore } from "image-generation-node/server/queue";
import type { PostgresPool, PostgresRunStoreOptions } from "image-generation-node/server/queue";
import { POSTGRES_VERSIONS } from "../../src/server/queue/postgres/postgresVersions.js";
import { sha256Hex } from "../../src/server/encoding.js";
import { small } from "../server/runHelpers.js";
import { queued } from "../server/runStoreSuite.js";
import { BASE, body, until } from "../server/testBackend.js";
import { startPostgres } from "./postgresServer.js";
import type { PostgresServer } from "./postgresServer.js";

let server: PostgresServer;
let pool: pg.Pool;
let schemas = 0;

beforeAll(async () => {
  server = await startPostgres();
  pool = new pg.Pool({ connectionString: server.url, max: 6 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

/** A schema of its own, and stores over it. */
function createSchema() {
  const schema = `tables_${(schemas += 1)}`;
  const open = (options: Partial<PostgresRunStoreOptions> = {}) =>
    postgresRunStore({ pool, schema, ...options });
  const count = async (table: string) => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${schema}.${table}`,
    );
    return rows[0]?.count;
  };
  return { schema, open, count };
}

const placeOf = (...parts: string[]) => sha256Hex(new TextEncoder().encode(JSON.stringify(parts)));

/** The tables as version 1 made them, and its statements: what processes of that version do. */
async function createVersion1(schema: string) {
  await pool.query(`CREATE SCHEMA ${schema};
    CREATE TABLE ${schema}.runs
      (place text PRIMARY KEY, created_at bigint NOT NULL, revision bigint NOT NULL, record text NOT NULL);
    CREATE TABLE ${schema}.keys (place text PRIMARY KEY, run_place text, created_at bigint NOT NULL, kept text);
    CREATE INDEX ON ${schema}.runs (created_at);
    CREATE INDEX ON ${schema}.keys (created_at)`);
  return {
    async create(run: ReturnType<typeof queued>) {
      const place = await placeOf("run", run.id);
      await pool.query(`INSERT INTO ${schema}.keys (place, run_place, created_at) VALUES ($1, $2, $3)`, [
        await placeOf("key", run.scope, run.key),
        place,
        run.createdAt,
      ]);
      await pool.query(
        `INSERT INTO ${schema}.runs (place, created_at, revision, record) VALUES ($1, $2, $3, $4)`,
        [place, run.createdAt, run.revision, JSON.stringify(run)],
      );
    },
    async replace(run: ReturnType<typeof queued>) {
      const { rowCount } = await pool.query(
        `UPDATE ${schema}.runs SET record = $3, revision = revision + 1 WHERE place = $1 AND revision = $2`,
        [await placeOf("run", run.id), run.revision - 1, JSON.stringify(run)],
      );
      return rowCount === 1;
    },
  };
}

describe("tables of an earlier version", () => {
  it("go on with all runs, those under way too, while its processes run beside the new ones", async () => {
    const { schema, open, count } = createSchema();
    const old = await createVersion1(schema);
    const request = JSON.stringify(body());
    const before = queued({ request });
    await old.create(before);
    const stores = [open(), open(), open()];
    expect(await Promise.all(stores.map((store) => store.get("a", before.id)))).toEqual([
      before,
      before,
      before,
    ]);

    // A handler of the version before claims a run after the tables have changed; a worker of this one carries it out.
    const after = queued({ request });
    await old.create(after);
    const moved = await open().find(after.id);
    await open().update("a", after.id, moved?.revision ?? 0, { usage: { items: [] } });
    expect(await open().find(after.id)).toMatchObject({ request, revision: 1 });
    const worker = createGenerationWorker({
      runs: open(),
      storage: memoryStorage(),
      imageModels: { "test/painter": { model: { generate: small } } },
      publicUrl: BASE,
      hooks: { onError: () => undefined },
    });
    await Promise.all([before, after].map(({ id }) => worker.execute(id)));
    for (const { id } of [before, after]) {
      expect(await open().find(id)).toMatchObject({ status: "succeeded", request: null });
    }
    expect(await count("requests")).toBe(0);

    // One of the version before ends what a handler of this one has claimed.
    const claimed = queued({ request });
    await open().create(claimed);
    const ended = { ...claimed, request: null, status: "failed", endedAt: Date.now(), revision: 1 } as const;
    expect(await old.replace(ended)).toBe(true);
    expect(await open().get("a", claimed.id)).toEqual(ended);
  });

  it("of the version before go on, and nobody waits for a table of runs", async () => {
    const { schema, open, count } = createSchema();
    for (const { to, change } of POSTGRES_VERSIONS) if (to < 3) await pool.query(change(schema));
    const before = queued();
    await pool.query(
      `INSERT INTO ${schema}.runs (place, created_at, revision, record) VALUES ($1, $2, 0, $3)`,
      [await placeOf("run", before.id), before.createdAt, JSON.stringify(before)],
    );
    const client = await pool.connect();
    await client.query(`BEGIN; LOCK TABLE ${schema}.runs IN ROW EXCLUSIVE MODE`);
    expect(await open().get("a", before.id)).toEqual(before);
    await client.query("COMMIT");
    client.release();
    const spending = { state: "open", token: "t", settleAfter: 1 } as const;
    const run = queued({ spending, abandonedAt: 1 });
    await open().create(run);
    await open().create(queued());
    expect(await count("reservations")).toBe(1);
    expect(await open().openReservations?.(Date.now(), 9)).toEqual([run]);
    // One of the version before ends it, and knows no reservations.
    const ended = { ...run, status: "failed", endedAt: 5, revision: 1 } as const;
    await pool.query(`UPDATE ${schema}.runs SET record = $2, revision = 1 WHERE place = $1`, [
      await placeOf("run", run.id),
      JSON.stringify(ended),
    ]);
    expect(await open().openReservations?.(Date.now(), 9)).toEqual([ended]);
  });

  it("are changed by one of many that begin at once", async () => {
    const { schema, open, count } = createSchema();
    await createVersion1(schema);
    const runs = Array.from({ length: 8 }, () => queued());
    await Promise.all(runs.map((run) => open().create(run)));
    expect(await count("runs")).toBe(8);
    expect(await count("versions")).toBe(2);
  });

  it("are refused, with what to do, where they must not be changed", async () => {
    const { schema, open } = createSchema();
    await createVersion1(schema);
    await expect(open({ migrate: false }).create(queued())).rejects.toThrow(
      /Start one process with `migrate: true`/,
    );
    await open().create(queued());
    expect(await open({ migrate: false }).create(queued())).toMatchObject({ created: true });
  });
});

it("refuses tables of a later version that this one cannot work with", async () => {
  const { schema, open } = createSchema();
  await open().create(queued());
  await pool.query(`INSERT INTO ${schema}.versions VALUES (7, 2)`);
  expect(await open().create(queued())).toMatchObject({ created: true });
  await pool.query(`INSERT INTO ${schema}.versions VALUES (8, 8)`);
  await expect(open().create(queued())).rejects.toThrow(/have version 8, .* it knows version 3\. Update it/);
});

it("goes on without prepared statements where a proxy forgets them", async () => {
  const { open } = createSchema();
  const names: (string | undefined)[] = [];
  const forgetful: PostgresPool = {
    connect: () => pool.connect(),
    async query(statement, values) {
      const name = typeof statement === "string" ? undefined : statement.name;
      names.push(name);
      if (name !== undefined) throw Object.assign(new Error("It does not exist."), { code: "26000" });
      return pool.query(statement, values);
    },
  };
  const store = open({ pool: forgetful });
  const run = queued();
  expect(await store.create(run)).toMatchObject({ created: true });
  expect(await store.get("a", run.id)).toEqual(run);
  expect(names.filter((name) => name !== undefined)).toHaveLength(1);
});

describe("what is forgotten", () => {
  /** Lets a minute pass on the clock of the store. */
  const passMinutes = (minutes: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
    onTestFinished(() => void vi.useRealTimers());
  };
  const fill = (schema: string, rows: number) =>
    pool.query(
      `INSERT INTO ${schema}.runs (place, created_at, revision, record) SELECT 'old' || n, n, 0, '{}'
         FROM generate_series(1, ${rows}) AS n;
       INSERT INTO ${schema}.keys (place, run_place, created_at) SELECT 'old' || n, 'old' || n, n
         FROM generate_series(1, ${rows}) AS n;
       INSERT INTO ${schema}.requests (place, request) SELECT 'old' || n, '{}'
         FROM generate_series(1, ${rows}) AS n;
       INSERT INTO ${schema}.reservations (place, due_at) SELECT 'old' || n, n FROM generate_series(1, ${rows}) AS n`,
    );

  it("is deleted a thousand rows at a time, and nobody waits for it", async () => {
    const { schema, open, count } = createSchema();
    await open().create(queued());
    await fill(schema, 2_500);
    const sizes: number[] = [];
    const isHeld = { now: true };
    const release: (() => void)[] = [];
    const watched = watchPool(async (text, run) => {
      if (!text.includes("SKIP LOCKED")) return run();
      if (isHeld.now) await new Promise<void>((resolve) => release.push(resolve));
      const result = await run();
      sizes.push((result.rows as { deleted: number }[])[0]?.deleted ?? 0);
      return result;
    });
    const store = open({ pool: watched });
    passMinutes(2);
    const kept = queued();
    // The first deletion is held back until this has been answered.
    expect(await store.create(kept)).toMatchObject({ created: true });
    await until(() => release.length > 0);
    isHeld.now = false;
    for (const go of release) go();
    await until(async () => (await count("keys")) === 2);
    const left = await Promise.all(["runs", "requests", "reservations"].map(count));
    expect(left).toEqual([2, 0, 0]);
    expect(Math.max(...sizes)).toBe(1_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5_000);
    expect(await store.get("a", kept.id)).toEqual(kept);
  });

  it("is deleted by one process at a time, once a minute", async () => {
    const { schema, open } = createSchema();
    await open().create(queued());
    await fill(schema, 1_500);
    let chores = 0;
    const counted = () =>
      open({
        pool: watchPool(async (text, run) => {
          const result = await run();
          if (text.includes(".chores SET") && result.rows.length > 0) chores += 1;
          return result;
        }),
      });
    const stores = [counted(), counted(), counted()];
    passMinutes(2);
    await Promise.all(stores.map((store) => store.create(queued())));
    const left = async () =>
      (await pool.query(`SELECT FROM ${schema}.keys WHERE created_at < 10000 LIMIT 1`)).rows.length === 0
        ? "none"
        : "some";
    await until(async () => (await left()) === "none");
    const taken = chores;
    await Promise.all(stores.map((store) => store.create(queued())));
    expect(chores).toBe(taken);
    // One process took the chore, and took it again after each table's first thousand.
    expect(taken).toBe(3);
  });
});

type Run = () => Promise<{ rows: unknown[] }>;

/** The pool, with somebody between it and each statement. */
function watchPool(watch: (text: string, run: Run) => ReturnType<Run>): PostgresPool {
  return {
    connect: () => pool.connect(),
    query: (statement, values) =>
      watch(typeof statement === "string" ? statement : statement.text, () => pool.query(statement, values)),
  };
}
