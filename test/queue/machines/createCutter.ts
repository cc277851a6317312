import { Redis } from "ioredis";
import pg from "pg";

/** Which connections are cut: of a run store an idle one, a busy one or the one that listens; of a queue one that asks or waits. */
export const CUTS = ["idle", "busy", "listener", "queue", "waiting"] as const;
export type Cut = (typeof CUTS)[number];

/** Cuts connections of others to a database. */
export interface Cutter {
  /** Cuts one connection, or all, of a kind, and resolves with how many there were. */
  cut(kind: Cut, all?: boolean): Promise<number>;
  stop(): Promise<void>;
}

/** A statement takes so little time that a busy connection is seldom met at the first look. */
const LOOKS = 100;

const LISTENS = "query ~* '^\\s*(un)?listen'";
const POSTGRES_KINDS: Readonly<Record<Cut, string>> = {
  idle: `application_name = 'store' AND state = 'idle' AND NOT ${LISTENS}`,
  busy: `application_name IN ('store', 'queue') AND state <> 'idle'`,
  listener: `application_name = 'store' AND ${LISTENS}`,
  queue: "application_name = 'queue'",
  // BullMQ names the connection on which it waits after its queue.
  waiting: "application_name = 'image-generations'",
};

/** Cuts connections to a server of PostgreSQL, whose programs name them `store` and `queue`. */
export function createPostgresCutter(url: string): Cutter {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("error", () => undefined);
  return {
    async cut(kind, all = false) {
      for (let look = 0; look < (kind === "busy" ? LOOKS : 1); look += 1) {
        const { rows } = await pool.query(
          `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND ${POSTGRES_KINDS[kind]} ORDER BY random() ${all ? "" : "LIMIT 1"}) AS chosen`,
        );
        if (rows.length > 0) return rows.length;
      }
      return 0;
    },
    stop: () => pool.end(),
  };
}

/** Cuts connections to a server of Redis, whose programs name them `store` and `queue`. */
export function createRedisCutter(url: string): Cutter {
  const redis = new Redis(url);
  redis.on("error", () => undefined);
  const isOf = (kind: Cut, client: Readonly<Record<string, string>>) => {
    const listens = Number(client.sub) + Number(client.psub) > 0;
    const waits = client.flags?.includes("b") === true;
    if (kind === "waiting") return waits;
    if (kind === "queue") return client.name === "queue" && !waits;
    if (kind === "listener") return client.name === "store" && listens;
    // One thread serves all: nobody is ever seen at work.
    return client.name === "store" && !listens;
  };
  return {
    async cut(kind, all = false) {
      const lines = String(await redis.client("LIST"))
        .trim()
        .split("\n");
      const clients = lines.map((line) =>
        Object.fromEntries(
          line
            .split(" ")
            .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
        ),
      );
      const found = clients.filter((client) => isOf(kind, client)).sort(() => Math.random() - 0.5);
      const chosen = all ? found : found.slice(0, 1);
      for (const { id = "" } of chosen) await redis.call("CLIENT", "KILL", "ID", id);
      return chosen.length;
    },
    stop: () => Promise.resolve(redis.disconnect()),
  };
}
