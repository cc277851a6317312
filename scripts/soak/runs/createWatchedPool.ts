import type pg from "pg";
import type { PostgresClient, PostgresPool } from "../../../src/server/queue/postgres/PostgresPool.ts";
import { nameStatement } from "../../../test/queue/costs/nameStatement.ts";

/** A statement as `pg` takes it: a text, or a text with a name. */
type Statement = string | { readonly text: string; readonly values?: unknown[] };

/** Cost of one statement by PostgreSQL's own account. */
export interface StatementCost {
  /** Kind of the statement, such as `UPDATE runs`. */
  readonly kind: string;
  /** Pages that it touched, in memory or not. */
  readonly pages: number;
  /** Whether it read a table from end to end. */
  readonly scans: boolean;
}

/** Pool that a store is given, which knows what the store asks. */
export interface WatchedPool {
  readonly pool: PostgresPool;
  /** Longest time of each kind of statement in milliseconds, waiting for a connection included. */
  readonly longest: Map<string, number>;
  /** Explains each statement of some work before it is run. */
  explain(work: () => Promise<unknown>): Promise<readonly StatementCost[]>;
}

/** Wraps a pool of `pg`. */
export function createWatchedPool(pool: pg.Pool): WatchedPool {
  const longest = new Map<string, number>();
  let costs: StatementCost[] | null = null;
  const watch =
    (run: PostgresPool["query"]): PostgresPool["query"] =>
    async (statement: Statement, values?: unknown[]) => {
      const text = typeof statement === "string" ? statement : statement.text;
      const given = values ?? (typeof statement === "string" ? undefined : statement.values);
      const kind = nameStatement(text);
      if (costs && /^(?:SELECT|INSERT|UPDATE|DELETE) (?!pg_notify)/.test(kind))
        costs.push({ kind, ...(await explainStatement(pool, text, given)) });
      const begun = performance.now();
      try {
        return await run(statement as string, values);
      } finally {
        longest.set(kind, Math.max(longest.get(kind) ?? 0, performance.now() - begun));
      }
    };
  const connect = async (): Promise<PostgresClient> => {
    const client = await pool.connect();
    const query = watch((text, values) => client.query(text, values));
    // Everything else is the client's own.
    return new Proxy(client, {
      get(target, name) {
        if (name === "query") return query;
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
  };
  const query = watch((text, values) => pool.query(text, values));
  const watched = new Proxy(pool, {
    get(target, name) {
      if (name === "query") return query;
      if (name === "connect") return connect;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    pool: watched,
    longest,
    async explain(work) {
      costs = [];
      await work();
      const explained = costs;
      costs = null;
      return explained;
    },
  };
}

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly Plans?: readonly Plan[];
}

/** Runs a statement, reads its plan, and takes back what it did. */
async function explainStatement(pool: pg.Pool, text: string, values: unknown[] | undefined) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values,
    );
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
    if (!plan) throw new Error("PostgreSQL explained nothing.");
    return { pages: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], scans: isScan(plan) };
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** The table of requests holds those of runs under way alone: often a page, which is read as a whole at best. */
const SMALL_TABLES = new Set(["requests"]);

function isScan(plan: Plan): boolean {
  const isOwn = plan["Node Type"] === "Seq Scan" && !SMALL_TABLES.has(plan["Relation Name"] ?? "");
  return isOwn || (plan.Plans ?? []).some(isScan);
}
