import { toError } from "../store/toError.js";
import type { PostgresDatabase } from "./PostgresDatabase.js";

const EVERY_MS = 60_000;
/** Rows of one statement: few enough that it ends in milliseconds, under any `statement_timeout`. */
const BATCH = 1_000;
/** Pause between two statements, in which others have their turn. */
const PAUSE_MS = 10;

/** Part of a database that a sweep uses. */
interface SweepOptions extends Pick<PostgresDatabase, "schema" | "query" | "oldest"> {
  readonly onError: (error: Error) => void;
}

/**
 * Creates the function that has forgotten rows deleted in the background: once a minute at most, by one process at a
 * time, some rows at a time. Nobody waits for it, and it never throws.
 */
export function createSweep({ schema, query, oldest, onError }: SweepOptions): () => void {
  let nextAt = Date.now() + EVERY_MS * Math.random();
  let isSweeping = false;

  const placesOf = (table: string) =>
    `SELECT place FROM ${schema}.${table} WHERE created_at <= $1 ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const statements = [
    // A run that nobody ended has left its request.
    `WITH old AS (DELETE FROM ${schema}.runs WHERE place = ANY(ARRAY(${placesOf("runs")})) RETURNING place),
       asked AS (DELETE FROM ${schema}.requests USING old WHERE requests.place = left(old.place, 32)),
       open AS (DELETE FROM ${schema}.reservations WHERE due_at <= $1)
     SELECT count(*)::int AS deleted FROM old`,
    `WITH old AS (DELETE FROM ${schema}.keys WHERE place = ANY(ARRAY(${placesOf("keys")})) RETURNING 1)
     SELECT count(*)::int AS deleted FROM old`,
  ];

  /** Takes the chore, unless another process has; renewing it keeps the others off. */
  const take = async (since: number) => {
    const rows = await query(
      `UPDATE ${schema}.chores SET done_at = $1 WHERE name = 'sweep' AND done_at <= $2 RETURNING name`,
      [Date.now(), since],
    );
    return rows.length > 0;
  };
  const sweep = async () => {
    if (!(await take(Date.now() - EVERY_MS))) return;
    const before = oldest();
    for (const statement of statements) {
      for (;;) {
        const [row] = await query<{ deleted: number }>(statement, [before]);
        if ((row?.deleted ?? 0) < BATCH) break;
        await take(Date.now());
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };
  return () => {
    if (isSweeping || Date.now() < nextAt) return;
    nextAt = Date.now() + EVERY_MS;
    isSweeping = true;
    sweep()
      .catch((error: unknown) => onError(toError(error)))
      .finally(() => (isSweeping = false));
  };
}
