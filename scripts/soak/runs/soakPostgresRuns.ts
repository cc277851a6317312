import pg from "pg";
import type * as Queue from "../../../src/server/queue/index.ts";
import { startPostgres } from "../../../test/queue/postgresServer.ts";
import { openProbe } from "../../../test/queue/costs/openProbe.ts";
import { createWatchedPool } from "./createWatchedPool.ts";
import { explainStore } from "./explainStore.ts";
import type { CallCost } from "./explainStore.ts";
import { inLanes } from "./inLanes.ts";
import { createEnded, liveRun } from "./liveRun.ts";
import { print } from "./print.ts";
import { readTables } from "./readTables.ts";
import { watchSweep } from "./watchSweep.ts";
import type { SweepReport } from "./watchSweep.ts";

const HOUR = 60 * 60 * 1000;
const LANES = 8;
/** Every so many runs live from claim to end; the others are claimed as they ended. */
const LIVED = 10;
/** Most pages that a call may touch more over all runs than over a hundredth of them: some levels of indexes. */
const MORE_PAGES = 8;
const MAX_CALL_MS = 1_000;
const MIN_HOT = 0.9;
/** Shares of the runs that expire after a day, and after twelve hours. */
const EXPIRED = 0.4;

/** Holds what the PostgreSQL store costs over many runs, and that its sweep holds nobody up. */
export async function soakPostgresRuns(queue: typeof Queue, count: number): Promise<boolean> {
  const database = await startPostgres();
  const pool = new pg.Pool({ connectionString: database.url, max: LANES });
  try {
    const { sizes, costs } = await fill(queue, pool, count);
    const judged = [...judgeCosts(sizes, costs), await judgeUpdates(pool)];
    await printWritten(queue, pool, database.url);
    for (const [ttlMs, timeout] of [
      [24 * HOUR, 0],
      [12 * HOUR, 1_000],
    ] as const)
      judged.push(...(await sweep(queue, pool, database.url, { ttlMs, timeout })));
    return judged.every(Boolean);
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** Claims all runs, the oldest first, and explains the store's calls over a hundredth, a tenth and all of them. */
async function fill(queue: typeof Queue, pool: pg.Pool, count: number) {
  // It keeps them for ever: nothing is swept before it is time.
  const store = queue.postgresRunStore({ pool, ttlMs: 10_000 * HOUR });
  const sizes = [count / 100, count / 10, count].map(Math.round);
  const costs: Readonly<Record<string, CallCost>>[] = [];
  const now = Date.now();
  const createdAt = (index: number) => {
    if (index < count * EXPIRED) return now - 25 * HOUR + index;
    return index < count * 2 * EXPIRED ? now - 13 * HOUR + index : now;
  };
  let filled = 0;
  const begun = performance.now();
  for (const size of sizes) {
    const base = filled;
    await inLanes(size - base, LANES, (index) => {
      const time = createdAt(base + index);
      return index % LIVED === 0 ? liveRun(store, time) : createEnded(store, time);
    });
    filled = size;
    // Requests go with the runs that end: what they left is cleared every minute, by itself.
    await pool.query("VACUUM (ANALYZE) image_generation_node.requests");
    const watched = createWatchedPool(pool);
    costs.push(await explainStore(queue.postgresRunStore({ pool: watched.pool }), watched));
  }
  print(`${count} runs claimed in ${Math.round((performance.now() - begun) / 1000)} s`);
  return { sizes, costs };
}

function judgeCosts(
  sizes: readonly number[],
  costs: readonly Readonly<Record<string, CallCost>>[],
): boolean[] {
  const [first = {}, , last = {}] = costs;
  print.row("pages touched by a call, at", sizes);
  for (const call of Object.keys(last))
    print.row(
      `  ${call}`,
      costs.map((at) => at[call]?.pages ?? NaN),
    );
  return Object.entries(last).map(([call, { pages, scans }]) => {
    const more = pages - (first[call]?.pages ?? NaN);
    const said = scans.map((kind) => `, ${kind} reads a whole table`).join("");
    const holds = more <= MORE_PAGES && scans.length === 0;
    return print.judge(
      `${call} touches at most ${MORE_PAGES} pages more over all runs: ${more}${said}`,
      holds,
    );
  });
}

async function judgeUpdates(pool: pg.Pool): Promise<boolean> {
  const tables = await readTables(pool);
  print.row("tables", ["MB", "live", "dead", "updates", "HOT"]);
  for (const { name, megabytes, live, dead, updates, hot } of tables)
    print.row(`  ${name}`, [megabytes, live, dead, updates, hot]);
  const bytes = tables.reduce((sum, { megabytes }) => sum + megabytes, 0) * 1e6;
  print.row("bytes on disk of a run, all tables and indexes", [
    bytes / Math.max(...tables.map(({ live }) => live)),
  ]);
  const updates = tables.reduce((sum, table) => sum + table.updates, 0);
  const share = tables.reduce((sum, table) => sum + table.hot, 0) / updates;
  return print.judge(
    `updates that touch no index, at least ${MIN_HOT}: ${share.toFixed(2)}`,
    share >= MIN_HOT,
  );
}

/** Prints what a whole generation writes over all the runs, right after a checkpoint and without one. */
async function printWritten(queue: typeof Queue, pool: pg.Pool, url: string): Promise<void> {
  const store = queue.postgresRunStore({ pool });
  const probe = openProbe(url);
  const lives = 500;
  const measure = async () => {
    const before = await probe.written();
    await inLanes(lives, LANES, () => liveRun(store, Date.now()));
    return ((await probe.written()) - before) / lives / 1000;
  };
  await pool.query("CHECKPOINT");
  const first = await measure();
  await pool.query("ALTER SYSTEM SET full_page_writes = off");
  await pool.query("SELECT pg_reload_conf()");
  const later = await measure();
  await pool.query("ALTER SYSTEM RESET full_page_writes");
  await pool.query("SELECT pg_reload_conf()");
  await probe.close();
  print.row("kB of WAL of a life, the store's alone", []);
  print.row(`  the ${lives} after a checkpoint`, [first]);
  print.row("  without whole pages", [later]);
}

/** Lets a store of a new process sweep while others ask it. */
async function sweep(
  queue: typeof Queue,
  pool: pg.Pool,
  url: string,
  { ttlMs, timeout }: { readonly ttlMs: number; readonly timeout: number },
): Promise<boolean[]> {
  const own = new pg.Pool({
    connectionString: url,
    max: LANES,
    ...(timeout > 0 ? { statement_timeout: timeout } : {}),
  });
  const watched = createWatchedPool(own);
  const store = queue.postgresRunStore({ pool: watched.pool, ttlMs });
  const report = await watchSweep(store, pool, ttlMs);
  const name = timeout > 0 ? `sweep under a statement_timeout of ${timeout} ms` : "sweep";
  printSweep(name, report, watched.longest);
  await judgeTables(pool);
  await own.end();
  const longest = Math.max(...report.calls.values());
  return [
    print.judge(`${name}: expired runs left: ${report.left}`, report.left === 0),
    print.judge(
      `${name}: requests that failed: ${report.failures.length}${report.failures[0] ? ` (${report.failures[0]})` : ""}`,
      report.failures.length === 0,
    ),
    print.judge(
      `${name}: longest call of a request at most ${MAX_CALL_MS} ms: ${Math.round(longest)}`,
      longest <= MAX_CALL_MS,
    ),
  ];
}

function printSweep(name: string, report: SweepReport, longest: ReadonlyMap<string, number>): void {
  const { expired, left, seconds, requests, calls } = report;
  print(
    `${name}: ${expired - left} of ${expired} expired runs went in ${Math.round(seconds)} s, beside ${requests} generations`,
  );
  for (const [call, ms] of calls) print.row(`  longest ${call}, ms`, [ms]);
  for (const [kind, ms] of longest) print.row(`  longest statement ${kind}, ms`, [ms]);
}

async function judgeTables(pool: pg.Pool): Promise<void> {
  print.row("  tables afterwards", ["MB", "live", "dead"]);
  for (const { name, megabytes, live, dead } of await readTables(pool))
    print.row(`  ${name}`, [megabytes, live, dead]);
}
