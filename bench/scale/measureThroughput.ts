import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type * as Queue from "../../src/server/queue/index.ts";
import type * as Server from "../../src/server/index.ts";
import { said, startPostgres } from "../../test/queue/postgresServer.ts";
import { createRequest } from "../client/createRequest.ts";
import type { Table } from "../table.ts";
import { forgetfulStorage } from "./forgetfulStorage.ts";

const WORKERS = [1, 2, 4];
const LATENCY_MS = 500;
const AT_ONCE = 4;
/** Generations of each worker, in rounds of the model. */
const ROUNDS = 8;

/** Generations per second through the queue over PostgreSQL, by the number of worker processes. */
export async function measureThroughput(entry: string): Promise<Table> {
  const database = await startPostgres();
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  const { createImageNodeHandler } = (await import(entry)) as typeof Server;
  const { createGenerationQueue, postgresRunStore } = (await import(
    new URL("queue.js", entry).href
  )) as typeof Queue;
  const queue = createGenerationQueue({ engine: { postgres: database.url } });
  const handler = createImageNodeHandler({
    imageModels: { "bench/model": { model: { generate: () => Promise.reject(new Error("no worker")) } } },
    storage: forgetfulStorage,
    runs: postgresRunStore({ pool }),
    signingSecret: "for measuring only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    publicUrl: "https://bench.example/api",
    dispatch: queue.dispatch,
  });
  const children: ChildProcess[] = [];
  try {
    const perSecond: number[] = [];
    for (const workers of WORKERS) {
      while (children.length < workers) children.push(await startWorker(entry, database.url));
      await generateMany(handler, workers * AT_ONCE);
      const count = workers * AT_ONCE * ROUNDS;
      const begun = performance.now();
      await generateMany(handler, count);
      perSecond.push((count * 1000) / (performance.now() - begun));
    }
    const most = WORKERS.map((workers) => (workers * AT_ONCE * 1000) / LATENCY_MS);
    const [one = NaN, , four = NaN] = perSecond;
    return {
      title: `Workers of a queue, ${AT_ONCE} at once each, a model of ${LATENCY_MS} ms`,
      unit: "generations per second",
      columns: WORKERS.map((workers) => (workers === 1 ? "1 worker" : `${workers} workers`)),
      rows: [
        { name: "as many as the model allows", values: most },
        { name: "ours, over PostgreSQL", values: perSecond },
      ],
      goals: [
        {
          text: `4 workers do at least 3 × what one does: ${(four / one).toFixed(2)} ×`,
          reached: four >= 3 * one,
        },
      ],
    };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await queue.close();
    await pool.end();
    await database.stop();
  }
}

async function startWorker(entry: string, database: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const args = [script, entry, database, String(LATENCY_MS), String(AT_ONCE)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  await said(child, "ready");
  return child;
}

async function generateMany(handler: (request: Request) => Promise<Response>, count: number): Promise<void> {
  const ask = async () => {
    const request = new Request("https://bench.example/api/generations", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: JSON.stringify(createRequest("A lamp")),
    });
    const answer = (await (await handler(request)).json()) as { status?: unknown };
    if (answer.status !== "succeeded") throw new Error(`The handler answered ${JSON.stringify(answer)}`);
  };
  await Promise.all(Array.from({ length: count }, ask));
}
