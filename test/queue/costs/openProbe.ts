import { readFileSync, readdirSync } from "node:fs";
import { Queue, createPostgresBackend } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";

/** Looks at a database from aside, over a connection that no meter counts. */
export interface Probe {
  /** Jobs that are not over yet. */
  jobs(queue: string): Promise<number>;
  /** Bytes ever written: PostgreSQL's WAL, or Redis's log of commands. */
  written(): Promise<number>;
  /** Commands that Redis ever ran, inside of scripts too, except for the probe's own; 0 with PostgreSQL. */
  commands(): Promise<number>;
  /** Milliseconds of CPU that the database ever took; `null` where this system does not tell. */
  cpuMs(): Promise<number | null>;
  /**
   * Prepares the database to be measured: PostgreSQL makes a checkpoint, after which it writes whole pages to the WAL or
   * not, and is not vacuumed by itself; Redis begins to keep its log.
   */
  prepare(options: { readonly wholePages: boolean }): Promise<void>;
  close(): Promise<void>;
}

export function openProbe(url: string): Probe {
  return url.startsWith("redis") ? openRedisProbe(url) : openPostgresProbe(url);
}

function openPostgresProbe(url: string): Probe {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const openQueue = (name: string) => new Queue(name, { connection: url }, createPostgresBackend);
  const queues = new Map<string, ReturnType<typeof openQueue>>();
  const value = async (sql: string): Promise<string> => {
    const { rows } = await pool.query<{ value: string }>(sql);
    return rows[0]?.value ?? "";
  };
  const postmaster = value("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS value");
  return {
    async jobs(name) {
      const queue = queues.get(name) ?? openQueue(name);
      queues.set(name, queue);
      return sum(await queue.getJobCounts("wait", "active", "prioritized", "delayed"));
    },
    written: async () => Number(await value("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS value")),
    commands: async () => 0,
    cpuMs: async () => cpuOfFamily(await postmaster),
    async prepare({ wholePages }) {
      await pool.query(`ALTER SYSTEM SET full_page_writes = ${wholePages ? "on" : "off"}`);
      await pool.query("ALTER SYSTEM SET autovacuum = off");
      await pool.query("SELECT pg_reload_conf()");
      await pool.query("CHECKPOINT");
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await pool.end();
    },
  };
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function openRedisProbe(url: string): Probe {
  const redis = new Redis(url);
  const own = new Map<string, number>();
  const count = (name: string) => own.set(name, (own.get(name) ?? 0) + 1);
  const kept = new Map<string, string>();
  const configure = async (name: string, value: string) => {
    count("config|get");
    const [, before = ""] = (await redis.config("GET", name)) as string[];
    if (!kept.has(name)) kept.set(name, before);
    count("config|set");
    await redis.config("SET", name, value);
  };
  const info = async (section: string) => {
    count("info");
    const lines = (await redis.info(section)).split("\r\n").filter((line) => line.includes(":"));
    return Object.fromEntries(lines.map((line) => line.split(":", 2) as [string, string]));
  };
  return {
    async jobs(queue) {
      const lists = [`bull:${queue}:wait`, `bull:${queue}:active`];
      lists.forEach(() => count("llen"));
      const [waiting = 0, active = 0] = await Promise.all(lists.map((list) => redis.llen(list)));
      return waiting + active;
    },
    written: async () => Number((await info("persistence")).aof_current_size ?? 0),
    async commands() {
      const stats = await info("commandstats");
      const calls = Object.entries(stats).map(([name, text]) => {
        const ran = Number(/^calls=(\d+)/.exec(text)?.[1] ?? 0);
        return ran - (own.get(name.replace("cmdstat_", "")) ?? 0);
      });
      // The question itself is not in its answer, but in the count of the probe's own.
      return calls.reduce((total, ran) => total + ran, 1);
    },
    async cpuMs() {
      const { used_cpu_user, used_cpu_sys } = await info("cpu");
      return (Number(used_cpu_user) + Number(used_cpu_sys)) * 1000;
    },
    async prepare() {
      // A log that is written anew gets shorter.
      await configure("auto-aof-rewrite-percentage", "0");
      await configure("appendonly", "yes");
    },
    async close() {
      for (const [name, value] of kept) await configure(name, value);
      await redis.quit();
    },
  };
}

/** Clock ticks of a second in `/proc`, the same on every Linux. */
const TICKS = 100;

/** CPU of a process, of its children, and of those that have ended. */
function cpuOfFamily(pid: string): number | null {
  const own = readTicks(pid);
  if (!own) return null;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readTicks)
    .filter((ticks) => ticks?.parent === pid);
  const ticks = children.reduce((total, child) => total + (child?.own ?? 0), own.own + own.ended);
  return (ticks * 1000) / TICKS;
}

function readTicks(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name before it may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const at = (index: number) => Number(fields[index]);
    return { parent: fields[1], own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return null;
  }
}
