import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue, createPostgresBackend } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { postgresRunStore, redisRunStore } from "image-generation-node/server/queue";
import type { SharedRunStore } from "image-generation-node/server/queue";
import { createPng } from "image-generation-node/testing";
import { startPollers } from "../../server/journal/startPollers.js";
import type { Pollers } from "../../server/journal/startPollers.js";
import { startPostgres, freePort } from "../postgresServer.js";
import { startRedis } from "../redisServer.js";
import { createPostgresCutter, createRedisCutter } from "./createCutter.js";
import type { Cutter } from "./createCutter.js";
import { startAccount } from "./startAccount.js";
import type { Account } from "./startAccount.js";
import { startCounter } from "./startCounter.js";
import type { CountedCall } from "./startCounter.js";
import { createMachines } from "./startMachines.js";
import type { Machines } from "./startMachines.js";

export type Engine = "postgres" | "redis";

/** A call of a model, and the process that made it. */
export type SeenCall = Pick<CountedCall, "prompt" | "pid">;

/** A deployment that things happen to. */
export interface Chaos {
  readonly bases: readonly string[];
  readonly ports: readonly number[];
  readonly machines: Machines;
  readonly calls: readonly SeenCall[];
  /** Fakes of the services that are polled; `null` where none are. */
  readonly pollers: Pollers | null;
  /** Account of the host; `null` where it has none. */
  readonly account: Account | null;
  readonly cutter: Cutter;
  /** Ends the database as a lost machine does, and starts it again. */
  restart(): Promise<void>;
  /** Jobs in the engine. */
  countJobs(): Promise<number>;
  readonly runs: SharedRunStore;
  /** Ids of the pictures that are stored whole. */
  storedPictures(): string[];
  stop(): Promise<void>;
}

/** Options of {@link openChaos}. */
export interface ChaosSetup {
  readonly engine: Engine;
  /** Path of the bundled `program.ts`. */
  readonly program: string;
  /** Whether the database keeps what was committed when it is restarted. */
  readonly durable?: boolean;
  /** Variables for the processes. */
  readonly times?: Readonly<Record<string, string>>;
  /** Milliseconds that a call of the model takes. */
  readonly callMs?: number;
  /** Whether the host has an account, which is told of every run. */
  readonly hasAccount?: boolean;
  /** Whether the models submit, poll and download; one that answers once by default. */
  readonly polls?: boolean;
  readonly onCall?: (call: SeenCall, calls: readonly SeenCall[]) => void;
}

/** Starts a database, the counter of calls, and nothing else yet. */
export async function openChaos(setup: ChaosSetup): Promise<Chaos> {
  const {
    engine,
    program,
    durable = false,
    times = {},
    callMs,
    onCall = () => undefined,
    polls,
    hasAccount,
  } = setup;
  const account = hasAccount ? await startAccount() : null;
  const pollers = polls ? await startPollers(createPng({ width: 8, height: 8 }), callMs ?? null) : null;
  pollers?.hook((event) => {
    // In the middle of its work: what dies between acceptance and the write of the answer is lost.
    if (event.step === "poll" && event.count === 1) onCall(event, pollers.taken);
    return undefined;
  });
  const [database, counter, ...ports] = await Promise.all([
    engine === "postgres" ? startPostgres({ durable }) : startRedis({ durable }),
    startCounter(onCall, callMs),
    freePort(),
    freePort(),
  ]);
  const { url } = database;
  const pictures = mkdtempSync(join(tmpdir(), "imagenode-pictures-"));
  const bases = ports.map((port) => `http://127.0.0.1:${port}/api`);
  const machines = createMachines(program, {
    ...times,
    DATABASE: url,
    PICTURES: pictures,
    COUNTER: counter.url,
    PUBLIC_URL: bases[0] ?? "",
    ...(pollers && { POLLERS: pollers.origin }),
    ...(account && { ACCOUNT: account.url, LATE_MS: "5000" }),
  });
  const cutter = engine === "postgres" ? createPostgresCutter(url) : createRedisCutter(url);
  const own = engine === "postgres" ? openPostgres(url) : openRedis(url);
  return {
    bases,
    ports,
    machines,
    calls: pollers?.taken ?? counter.calls,
    pollers,
    account,
    cutter,
    restart: () => database.restart(),
    countJobs: own.countJobs,
    runs: own.runs,
    storedPictures: () =>
      readdirSync(pictures)
        .filter((name) => name.endsWith(".json"))
        .map((name) => name.slice(0, -".json".length)),
    async stop() {
      await machines.stop();
      await cutter.stop();
      await own.stop();
      await counter.stop();
      await pollers?.close();
      await account?.stop();
      await database.stop();
      rmSync(pictures, { recursive: true, force: true });
    },
  };
}

interface Own {
  readonly runs: SharedRunStore;
  countJobs(): Promise<number>;
  stop(): Promise<void>;
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function openPostgres(url: string): Own {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on("error", () => undefined);
  return {
    runs: postgresRunStore({ pool, onError: () => undefined }),
    async countJobs() {
      const queue = new Queue("image-generations", { connection: url }, createPostgresBackend);
      const counts = await queue.getJobCounts();
      await queue.close();
      return sum(counts);
    },
    stop: () => pool.end(),
  };
}

function openRedis(url: string): Own {
  const redis = new Redis(url);
  redis.on("error", () => undefined);
  return {
    runs: redisRunStore({ redis, onError: () => undefined }),
    async countJobs() {
      const queue = new Queue("image-generations", { connection: { url } });
      const counts = await queue.getJobCounts();
      await queue.close();
      return sum(counts);
    },
    stop: () => Promise.resolve(redis.disconnect()),
  };
}
