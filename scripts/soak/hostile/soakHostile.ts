import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { bundleSource } from "../bundleSource.ts";
import { readSoakOptions } from "../readSoakOptions.ts";
import type { LoadOptions, LoadResult } from "./sendLoad.ts";
import type * as Target from "./startTarget.ts";

const RATE = 200;
const MAX_RATIO = 3;
/** Share of the time without attacks. */
const IDLE = 0.3;
const WARM_UP = 3;

interface Phase extends LoadResult {
  readonly p95: number;
  /** Milliseconds that the event loop was late: 99 of 100 times at most, and at most. */
  readonly delay: readonly [number, number];
  /** Most bytes of the process at a time. */
  readonly memory: number;
}

/**
 * Sends 200 of the worst requests a second to a handler on this machine, `--minutes 1`, `--seed 42`, and holds the 95th
 * percentile of a request for the catalog beside them to three times that of an idle handler.
 */
export async function soakHostile(args: readonly string[]): Promise<boolean> {
  const { minutes, seed, url } = readSoakOptions(args, 1);
  const { startTarget } = await bundleSource<typeof Target>("scripts/soak/hostile/startTarget.ts");
  const target = url === undefined ? await startTarget() : null;
  const base = url ?? `${target?.origin}/api/image-node`;
  const seconds = minutes * 60;
  console.log(`hostile: ${minutes} min, --seed ${seed}, ${RATE} attacks a second`);
  try {
    await run({ base, seed, rate: 0, seconds: WARM_UP });
    const idle = await run({ base, seed, rate: 0, seconds: seconds * IDLE });
    print("idle", idle);
    const attacked = await run({ base, seed, rate: RATE, seconds: seconds * (1 - IDLE) });
    for (const [name, counts] of Object.entries(attacked.answers)) {
      console.log(`hostile:   ${name}: ${JSON.stringify(counts)}`);
    }
    console.log(`hostile: ${attacked.sent} attacks sent, ${attacked.held} held back behind 400 unanswered`);
    print("attacked", attacked);
    const ratio = attacked.p95 / idle.p95;
    const holds = ratio <= MAX_RATIO && attacked.failed === 0;
    const text = `p95 under attack at most ${MAX_RATIO} times that of idle, all answered: ${ratio.toFixed(2)}`;
    console.log(`hostile: ${holds ? "PASS" : "FAIL"}  ${text}, ${attacked.failed} failed`);
    return holds;
  } finally {
    await target?.close();
  }
}

/** Runs one phase; the load comes from a thread of its own, so that only the handler delays this one's event loop. */
async function run(options: LoadOptions): Promise<Phase> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let memory = 0;
  const sampler = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 100);
  delay.enable();
  try {
    const result = await new Promise<LoadResult>((resolve, reject) => {
      const worker = new Worker(new URL("./sendLoad.ts", import.meta.url), { workerData: options });
      worker.once("message", resolve).once("error", reject);
    });
    const sorted = result.catalog.toSorted((one, other) => one - other);
    return {
      ...result,
      p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      delay: [delay.percentile(99) / 1e6, delay.max / 1e6],
      memory,
    };
  } finally {
    delay.disable();
    clearInterval(sampler);
  }
}

function print(name: string, { p95, catalog, delay, memory }: Phase): void {
  const [usual, most] = delay.map((ms) => ms.toFixed(1));
  console.log(
    `hostile: ${name.padEnd(9)} catalog p95 ${p95.toFixed(2)} ms of ${catalog.length}; event loop late by ${usual} ms (p99), ` +
      `${most} ms (most); ${(memory / 1e6).toFixed(0)} MB`,
  );
}
