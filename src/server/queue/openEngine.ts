import type { Processor, WorkerOptions } from "bullmq";
import type { GenerationQueueOptions } from "./GenerationEngine.js";
import { loadBullmq } from "./loadBullmq.js";

/** Connections of one queue, and a worker has one more to listen. BullMQ opens a pool for each: its ten would soon be too many. */
export const POOL_SIZE = 4;

/** All that the engine is told of a generation. */
export interface JobData {
  readonly id: string;
}

type Bounds = Omit<WorkerOptions, "connection">;

/** BullMQ's two classes on the engine that was chosen. */
export async function openEngine({ engine, onError = complain }: GenerationQueueOptions) {
  const { Queue, Worker, createPostgresBackend, withBackend } = await loadBullmq();
  if ("postgres" in engine) {
    const classes = withBackend(createPostgresBackend);
    const given = engine.postgres;
    const address = typeof given === "string" ? { connectionString: given } : given;
    const connection = { max: POOL_SIZE, migrate: true, ...address };
    return {
      /** `most` bounds its connections further. */
      createQueue(name: string, most: number) {
        const bounded = { ...connection, max: Math.min(connection.max, most) };
        return new classes.Queue<JobData>(name, { connection: bounded }).on("error", onError);
      },
      createWorker: (name: string, process: Processor<JobData>, bounds: Bounds) =>
        new classes.Worker<JobData>(name, process, { ...bounds, connection }).on("error", onError),
    };
  }
  const connection = typeof engine.redis === "string" ? { url: engine.redis } : engine.redis;
  return {
    createQueue: (name: string) => new Queue<JobData>(name, { connection }).on("error", onError),
    createWorker: (name: string, process: Processor<JobData>, bounds: Bounds) =>
      new Worker<JobData>(name, process, { ...bounds, connection }).on("error", onError),
  };
}

export function complain(error: Error): void {
  console.error("image-generation-node: the queue's engine:", error);
}
