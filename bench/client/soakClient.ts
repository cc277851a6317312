import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type * as Client from "../../src/client/index.js";
import { createRequest } from "./createRequest.ts";
import { startServer } from "./startServer.ts";

/** What was left in memory. */
export interface Soak {
  readonly runs: number;
  /** Bytes on the heap after the first fifth of the runs, and after all of them; garbage is collected first. */
  readonly before: number;
  readonly after: number;
  /** How many runs of each kind ended as they should. */
  readonly ended: Readonly<Record<"json" | "stream" | "refused" | "aborted", number>>;
}

type Entry = Pick<typeof Client, "createClient" | "createGeneration">;

/** Runs a node many times against a local back end: by JSON, by stream through a store, refused, and left by the caller. */
export async function soakClient({ createClient, createGeneration }: Entry, runs: number): Promise<Soak> {
  const server = await startServer();
  const client = createClient({ baseUrl: server.baseUrl, maxRetries: 0 });
  const store = createGeneration(client);
  // One signal for all runs, as of a page: what a run hangs on it must be gone with the run.
  const page = new AbortController();
  const ended = { json: 0, stream: 0, refused: 0, aborted: 0 };
  const good = createRequest("A lamp");
  const refused = createRequest("refuse");

  async function runOnce(kind: number): Promise<void> {
    if (kind === 0) {
      const { status } = await client.generate(good, { stream: false, signal: page.signal });
      if (status === "succeeded") ended.json += 1;
    } else if (kind === 1) {
      await store.start(good);
      if (store.getSnapshot().status === "succeeded") ended.stream += 1;
    } else if (kind === 2) {
      await client.generate(refused, { signal: page.signal }).catch(() => (ended.refused += 1));
    } else {
      const left = new AbortController();
      const run = client.generate(good, { signal: left.signal }).catch(() => (ended.aborted += 1));
      left.abort();
      await run;
    }
  }

  try {
    let before = 0;
    for (let run = 0; run < runs; run++) {
      if (run === Math.floor(runs / 5)) before = await usedHeap();
      await runOnce(run % 4);
    }
    return { runs, before, after: await usedHeap(), ended };
  } finally {
    server.close();
  }
}

async function usedHeap(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Twice, with a turn between: what the first one finalises is freed by the second.
  collect();
  await new Promise((resolve) => setTimeout(resolve, 20));
  collect();
  return process.memoryUsage().heapUsed;
}
