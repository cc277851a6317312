import type { KeptPrompt, RunRecord } from "../../runs/RunStore.js";
import type { PostgresDatabase } from "./PostgresDatabase.js";
import { placeOf } from "../store/placeOf.js";
import { readRecord, writeRecord } from "../store/runRecords.js";
import { settlementDueAt } from "../../spending/settlementDueAt.js";

/** Run as it was read, and those who listen to it. */
export interface FoundRun {
  readonly run: RunRecord;
  readonly listeners: readonly string[];
  /** Whether the request stands within the record, where an earlier version of this package wrote it. */
  readonly holdsRequest: boolean;
}

interface RunRow {
  readonly record: string;
  readonly listeners: readonly string[];
  readonly request?: string | null;
}

/** Reads a run by its id, with its request where that is asked for. */
export async function selectRun(
  { schema, oldest, query }: PostgresDatabase,
  id: string,
  withRequest = false,
): Promise<FoundRun | null> {
  const request = withRequest
    ? `, (SELECT request FROM ${schema}.requests WHERE place = left($1, 32)) AS request`
    : "";
  const [row] = await query<RunRow>(
    `SELECT record, listeners${request} FROM ${schema}.runs WHERE place = $1 AND created_at > $2`,
    [await placeOf("run", id), oldest()],
  );
  return row ? readRow(row) : null;
}

/** Reads the run that holds a key. */
export async function selectRunOfKey(
  { schema, oldest, query }: PostgresDatabase,
  scope: string,
  key: string,
): Promise<FoundRun | null> {
  const [row] = await query<RunRow>(
    `SELECT record, listeners FROM ${schema}.keys JOIN ${schema}.runs ON runs.place = keys.run_place
     WHERE keys.place = $1 AND runs.created_at > $2`,
    [await placeOf("key", scope, key), oldest()],
  );
  return row ? readRow(row) : null;
}

function readRow({ record, listeners, request = null }: RunRow): FoundRun {
  const run = readRecord(record);
  return { run: request === null ? run : { ...run, request }, listeners, holdsRequest: run.request !== null };
}

/** Writes a run, its key and its request in one statement, if nobody holds the key; says whether it did. */
export async function insertRun(
  { schema, oldest, query }: PostgresDatabase,
  run: RunRecord,
  listeners: readonly string[],
): Promise<boolean> {
  const dueAt = settlementDueAt(run);
  const opens =
    dueAt === null
      ? ""
      : `, open AS (INSERT INTO ${schema}.reservations (place, due_at) SELECT run_place, $9 FROM claimed)`;
  const rows = await query(
    `WITH claimed AS (
       INSERT INTO ${schema}.keys AS held (place, run_place, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (place) DO UPDATE SET run_place = excluded.run_place, created_at = excluded.created_at
       WHERE held.run_place IS NULL OR held.created_at <= $4
       RETURNING run_place),
     asked AS (
       INSERT INTO ${schema}.requests (place, request)
       SELECT left(run_place, 32), $7::text FROM claimed WHERE $7::text IS NOT NULL)${opens}
     INSERT INTO ${schema}.runs (place, created_at, revision, record, listeners)
     SELECT run_place, $3, $5, $6, $8::text[] FROM claimed RETURNING place`,
    [
      await placeOf("key", run.scope, run.key),
      await placeOf("run", run.id),
      run.createdAt,
      oldest(),
      run.revision,
      writeRecord(run),
      run.request,
      listeners,
      ...(dueAt === null ? [] : [dueAt]),
    ],
  );
  return rows.length > 0;
}

/** Writes the request of a run apart, whose record holds it: what is written next leaves it out. */
export async function moveRequest(
  { schema, query }: PostgresDatabase,
  { id, request }: RunRecord,
): Promise<void> {
  await query(
    `INSERT INTO ${schema}.requests (place, request) VALUES (left($1, 32), $2) ON CONFLICT (place) DO NOTHING`,
    [await placeOf("run", id), request],
  );
}

/**
 * Writes the next revision of a run over the one before it, and notes a listener with it. Returns those who listen, or
 * `null` where another revision stood there. A repeat finds its own record and changes nothing.
 *
 * @param request text to keep with the run; `null` forgets the one that is kept, `undefined` leaves it
 */
export async function replaceRun(
  { schema, query }: PostgresDatabase,
  next: RunRecord,
  listener: string | null,
  request: string | null | undefined,
): Promise<readonly string[] | null> {
  const dueAt = settlementDueAt(next);
  const place = `left($1, 32)`;
  const moved =
    request === null
      ? `, gone AS (DELETE FROM ${schema}.requests WHERE place = ${place} AND EXISTS (SELECT FROM changed))`
      : request === undefined
        ? ""
        : `, kept AS (INSERT INTO ${schema}.requests (place, request) SELECT ${place}, $5::text FROM changed ON CONFLICT (place) DO NOTHING)`;
  const [row] = await query<Pick<RunRow, "listeners">>(
    `WITH changed AS (
       UPDATE ${schema}.runs SET record = $3, revision = $2::bigint + 1,
         listeners = CASE WHEN $4::text IS NULL OR $4 = ANY(listeners) THEN listeners ELSE listeners || $4 END
       WHERE place = $1 AND (revision = $2 OR (revision = $2 + 1 AND record = $3)) RETURNING listeners)
     ${moved}
     ${next.spending ? keepReservation(schema, dueAt, typeof request === "string" ? 6 : 5) : ""}
     SELECT listeners FROM changed`,
    [
      await placeOf("run", next.id),
      next.revision - 1,
      writeRecord(next),
      listener,
      ...(typeof request === "string" ? [request] : []),
      ...(dueAt === null ? [] : [dueAt]),
    ],
  );
  return row?.listeners ?? null;
}

/** Part of a statement that changes a run: keeps its reservation findable until it is settled. `place` is that of the time. */
function keepReservation(schema: string, dueAt: number | null, place: number): string {
  if (dueAt === null) {
    return `, settled AS (DELETE FROM ${schema}.reservations WHERE place = $1 AND EXISTS (SELECT FROM changed))`;
  }
  return `, open AS (INSERT INTO ${schema}.reservations (place, due_at) SELECT $1, $${place} FROM changed
       ON CONFLICT (place) DO UPDATE SET due_at = excluded.due_at)`;
}

/** Finds the records of runs whose reservation is overdue, the longest first. */
export async function selectOverdueRecords(
  { schema, oldest, query }: PostgresDatabase,
  until: number,
  limit: number,
): Promise<string[]> {
  const rows = await query<Pick<RunRow, "record">>(
    `SELECT record FROM ${schema}.reservations JOIN ${schema}.runs USING (place)
     WHERE due_at <= $1 AND created_at > $2 ORDER BY due_at LIMIT $3`,
    [until, oldest(), limit],
  );
  return rows.map(({ record }) => record);
}

/** Notes a listener with a run. */
export async function insertListener(
  { schema, query }: PostgresDatabase,
  id: string,
  listener: string,
): Promise<void> {
  await query(
    `UPDATE ${schema}.runs SET listeners = listeners || $2::text WHERE place = $1 AND NOT $2 = ANY(listeners)`,
    [await placeOf("run", id), listener],
  );
}

/** Reads who listens to a run. */
export async function selectListeners(
  { schema, query }: PostgresDatabase,
  id: string,
): Promise<readonly string[]> {
  const [row] = await query<Pick<RunRow, "listeners">>(
    `SELECT listeners FROM ${schema}.runs WHERE place = $1`,
    [await placeOf("run", id)],
  );
  return row?.listeners ?? [];
}

/** Takes a key from the run that holds it, and keeps a prompt with it. */
export async function releaseKey(
  { schema, query }: PostgresDatabase,
  run: Pick<RunRecord, "scope" | "key" | "id">,
  kept: KeptPrompt | null,
): Promise<void> {
  await query(
    `UPDATE ${schema}.keys SET run_place = NULL, kept = coalesce($3, kept) WHERE place = $1 AND run_place = $2`,
    [await placeOf("key", run.scope, run.key), await placeOf("run", run.id), kept && JSON.stringify(kept)],
  );
}

/** Reads the prompt that is kept with a key. */
export async function selectKeptPrompt(
  { schema, oldest, query }: PostgresDatabase,
  scope: string,
  key: string,
): Promise<KeptPrompt | null> {
  const [row] = await query<{ kept: string | null }>(
    `SELECT kept FROM ${schema}.keys WHERE place = $1 AND created_at > $2`,
    [await placeOf("key", scope, key), oldest()],
  );
  return row?.kept ? (JSON.parse(row.kept) as KeptPrompt) : null;
}
