import type { KeptPrompt, RunRecord } from "../runs/RunStore.js";
import type { PostgresDatabase } from "./openPostgresDatabase.js";
import { placeOf } from "./placeOf.js";

/** Reads a run by its id. */
export async function selectRun(
  { schema, oldest, query }: PostgresDatabase,
  id: string,
): Promise<RunRecord | null> {
  const [row] = await query<{ record: string }>(
    `SELECT record FROM ${schema}.runs WHERE place = $1 AND created_at > $2`,
    [await placeOf("run", id), oldest()],
  );
  return row ? (JSON.parse(row.record) as RunRecord) : null;
}

/** Reads the run that holds a key. */
export async function selectRunOfKey(
  { schema, oldest, query }: PostgresDatabase,
  scope: string,
  key: string,
): Promise<RunRecord | null> {
  const [row] = await query<{ record: string }>(
    `SELECT record FROM ${schema}.keys JOIN ${schema}.runs ON runs.place = keys.run_place
     WHERE keys.place = $1 AND runs.created_at > $2`,
    [await placeOf("key", scope, key), oldest()],
  );
  return row ? (JSON.parse(row.record) as RunRecord) : null;
}

/** Writes a run and its key in one statement, if nobody holds the key; says whether it did. */
export async function insertRun(
  { schema, oldest, query }: PostgresDatabase,
  run: RunRecord,
): Promise<boolean> {
  const rows = await query(
    `WITH claimed AS (
       INSERT INTO ${schema}.keys AS held (place, run_place, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (place) DO UPDATE SET run_place = excluded.run_place, created_at = excluded.created_at
       WHERE held.run_place IS NULL OR held.created_at <= $4
       RETURNING run_place)
     INSERT INTO ${schema}.runs (place, created_at, revision, record)
     SELECT run_place, $3, $5, $6 FROM claimed RETURNING place`,
    [
      await placeOf("key", run.scope, run.key),
      await placeOf("run", run.id),
      run.createdAt,
      oldest(),
      run.revision,
      JSON.stringify(run),
    ],
  );
  return rows.length > 0;
}

/** Writes the next revision of a run over the one before it; says whether that one still stood there. */
export async function replaceRun({ schema, query }: PostgresDatabase, next: RunRecord): Promise<boolean> {
  const rows = await query(
    `UPDATE ${schema}.runs SET record = $3, revision = revision + 1
     WHERE place = $1 AND revision = $2 RETURNING place`,
    [await placeOf("run", next.id), next.revision - 1, JSON.stringify(next)],
  );
  return rows.length > 0;
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
