import type { EngineQueue } from "../GenerationEngine.js";
import type { PostgresDatabase } from "../postgres/PostgresDatabase.js";
import { placeOf } from "../store/placeOf.js";
import { OVERDUE_BATCH, WINDOW } from "./RunTurns.js";
import type { OverdueTurns, RunTurns, TurnAnswer, TurnEntry, TurnExit } from "./RunTurns.js";
import { toAdmission, toTokens } from "./toAdmission.js";

/** Keeps the lines in PostgreSQL, in the tables of the run store. */
export function postgresTurns(
  { schema, query }: Pick<PostgresDatabase, "schema" | "query">,
  now: () => number = Date.now,
): RunTurns {
  return {
    async enter(entry: TurnEntry): Promise<TurnAnswer> {
      const { queue, scope, id, until } = entry;
      const moment = now();
      const { admitBy, tokens, spanMs } = toAdmission(entry, moment);
      const [row] = await query<{ ready: string[]; refused_ms: string | null }>(
        `SELECT ready, refused_ms FROM ${schema}.enter_turn($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [queue.name, await workspaceOf(scope), id, until, moment, WINDOW, admitBy, tokens, spanMs],
      );
      const refused = row?.refused_ms ?? null;
      return refused === null
        ? { ready: row?.ready ?? [], refusedMs: null }
        : { ready: [], refusedMs: Number(refused) };
    },
    async leave({ queue, id, isStart }: TurnExit): Promise<readonly string[]> {
      const { tokens, spanMs } = toTokens(queue.limit);
      const [row] = await query<{ ready: string[] }>(
        `SELECT ${schema}.leave_turn($1, $2, $3, $4, $5, $6, $7) AS ready`,
        [queue.name, id, isStart, now(), WINDOW, tokens, spanMs],
      );
      return row?.ready ?? [];
    },
    async overdue(queue: EngineQueue, readyForMs: number): Promise<OverdueTurns> {
      const moment = now();
      const { tokens } = toTokens(queue.limit);
      const [row] = await query<{ ready: string[]; expired: string[]; expired_ready: string[] }>(
        `SELECT ready, expired, expired_ready FROM ${schema}.overdue_turns($1, $2, $3, $4, $5, $6)`,
        [queue.name, moment, WINDOW, tokens, moment - readyForMs, OVERDUE_BATCH],
      );
      const { ready = [], expired = [], expired_ready: expiredReady = [] } = row ?? {};
      return { ready, expired, expiredReady, isFull: expired.length + expiredReady.length >= OVERDUE_BATCH };
    },
  };
}

/** Name of a workspace's line: the same length whatever the workspace is called, and short, as each waiting run holds it. */
async function workspaceOf(scope: string): Promise<string> {
  return (await placeOf("workspace", scope)).slice(0, 24);
}
