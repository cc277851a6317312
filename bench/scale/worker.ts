// One worker of a queue in a process of its own: `node worker.ts <entry> <database> <latency in ms> <at once>`.
import pg from "pg";
import type * as Queue from "../../src/server/queue/index.ts";
import { forgetfulStorage } from "./forgetfulStorage.ts";

const [entry = "", database = "", latency = "0", concurrency = "1"] = process.argv.slice(2);
const { consumeGenerations, createGenerationWorker, postgresRunStore } = (await import(
  new URL("queue.js", entry).href
)) as typeof Queue;
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const generate = async () => {
  await new Promise((resolve) => setTimeout(resolve, Number(latency)));
  return new Uint8Array(picture);
};
const worker = createGenerationWorker({
  imageModels: { "bench/model": { model: { generate } } },
  storage: forgetfulStorage,
  runs: postgresRunStore({ pool: new pg.Pool({ connectionString: database, max: 6 }) }),
  publicUrl: "https://bench.example/api",
});
await consumeGenerations(worker, { engine: { postgres: database }, concurrency: Number(concurrency) });
console.log("ready");
