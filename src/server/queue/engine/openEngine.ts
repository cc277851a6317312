import type * as Bullmq from "bullmq";
import type { Processor, RedisQueueBackend, WorkerOptions } from "bullmq";
import type { GenerationEngine, GenerationQueueOptions } from "../GenerationEngine.js";
import { boundPatience } from "./boundPatience.js";
import { loadBullmq } from "./loadBullmq.js";
import { openPostgresEngine } from "./openPostgresEngine.js";
import { pauseAfterFailures } from "./pauseAfterFailures.js";
import { readPostgresConfig } from "./readPostgresConfig.js";
import { readRedisConnection } from "./readRedisConnection.js";
import { complainOf } from "../store/complainOf.js";
import { reportOnce } from "../store/reportOnce.js";

/** All that the engine is told of a generation. */
export interface JobData {
  readonly id: string;
}

type Bounds = Omit<WorkerOptions, "connection">;
type Report = (error: Error) => void;

const BOUNDS = {
  autorun: false,
  /** Milliseconds until a worker looks again for a server that is away: BullMQ's fifteen seconds are half of `maxQueueMs`. */
  runRetryDelay: 1_000,
  /** Often enough for any run: how long one may be delivered again is a matter of its deadline. */
  maxStalledCount: 100,
};

/** Milliseconds that a start may take: on PostgreSQL the tables may have to be made, and each statement has an end of its own. */
const START_MS = { postgres: 60_000, redis: 5_000 };

/** BullMQ's two classes on the engine that was chosen. What waits for the engine has an end. */
export async function openEngine({ engine, onError = complain }: GenerationQueueOptions) {
  const bullmq = await loadBullmq();
  const report = reportOnce(onError);
  return "postgres" in engine
    ? openPostgres(bullmq, engine.postgres, report)
    : openRedis(bullmq, engine.redis, report);
}

async function openPostgres(
  bullmq: typeof Bullmq,
  given: Extract<GenerationEngine, { postgres: unknown }>["postgres"],
  report: Report,
) {
  const factory = await openPostgresEngine(bullmq, readPostgresConfig(given), report);
  const { Queue, Worker } = bullmq.withBackend(factory);
  // The factory brings the connection.
  const connection = {};
  const patience = { startMs: START_MS.postgres, drop: () => undefined };
  return {
    createQueue: (name: string) =>
      boundPatience(new Queue<JobData>(name, { connection }).on("error", report), patience),
    createWorker(name: string, process: Processor<JobData>, bounds: Bounds) {
      const { work, isBusy } = watchWork(process);
      const worker = new Worker<JobData>(name, work, { ...BOUNDS, ...bounds, connection }).on(
        "error",
        report,
      );
      return boundPatience(runOnceReady(pauseAfterFailures(worker), report), { ...patience, isBusy });
    },
  };
}

function openRedis(bullmq: typeof Bullmq, given: string | object, report: Report) {
  const connection = readRedisConnection(given);
  const patienceOf = ({ backend }: { readonly backend: RedisQueueBackend }) => ({
    startMs: START_MS.redis,
    drop() {
      for (const client of [backend.client, backend.blockingClient]) {
        void Promise.resolve(client).then(
          (there) => there?.disconnect(),
          () => undefined,
        );
      }
    },
  });
  return {
    createQueue(name: string) {
      const queue = new bullmq.Queue<JobData>(name, { connection }).on("error", report);
      return boundPatience(queue, patienceOf(queue));
    },
    createWorker(name: string, process: Processor<JobData>, bounds: Bounds) {
      const { work, isBusy } = watchWork(process);
      const worker = new bullmq.Worker<JobData>(name, work, { ...BOUNDS, ...bounds, connection });
      worker.on("error", report);
      return boundPatience(runOnceReady(pauseAfterFailures(worker), report), {
        ...patienceOf(worker),
        isBusy,
      });
    },
  };
}

/** Lets a worker take jobs from when it is ready: one that cannot be would report each attempt besides. */
function runOnceReady<
  Consumer extends { waitUntilReady(): Promise<void>; run(): Promise<void>; isRunning(): boolean },
>(worker: Consumer, report: Report): Consumer {
  const waitUntilReady = worker.waitUntilReady.bind(worker);
  worker.waitUntilReady = async () => {
    await waitUntilReady();
    if (!worker.isRunning()) worker.run().catch(report);
  };
  return worker;
}

/** Counts the jobs that are being done. */
function watchWork(process: Processor<JobData>): { work: Processor<JobData>; isBusy: () => boolean } {
  let running = 0;
  return {
    async work(job, token) {
      running += 1;
      try {
        return (await process(job, token)) as unknown;
      } finally {
        running -= 1;
      }
    },
    isBusy: () => running > 0,
  };
}

/** Says an engine's error where the host does not listen. */
export const complain = complainOf("queue's engine");
