import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { buildSource } from "../bundleSource.ts";
import { readSoakOptions } from "../readSoakOptions.ts";
import { sendLoad } from "./sendLoad.ts";
import type { LoadOptions, LoadResult } from "./sendLoad.ts";

const RATE = 200;
const CATALOG_RATE = 20;
const MAX_RATIO = 3;
/** Share of the time without attacks. */
const IDLE = 0.3;
const WARM_UP = 3;

interface Phase extends LoadResult {
  readonly p95: number;
  /** Milliseconds that the handler's event loop was late: 99 of 100 times at most, and at most. */
  readonly delay: readonly [number, number];
  /** Most bytes of the process at a time, the load's own included. */
  readonly memory: number;
}

/**
 * Sends 200 of the worst requests a second to a handler on this machine, `--minutes 1`, `--seed 42`, and holds the 95th
 * percentile of a request for the catalog beside them to three times that of an idle handler.
 */
export async function soakHostile(args: readonly string[]): Promise<boolean> {
  const { minutes, seed } = readSoakOptions(args, 1);
  const beat = new Float64Array(new SharedArrayBuffer(8));
  const target = new Worker(await buildSource("scripts/soak/hostile/startTarget.ts"), { workerData: beat });
  const [origin] = (await once(target, "message")) as [string];
  const base = `${origin}/api/image-node`;
  const attacks = await buildSource("scripts/soak/hostile/startAttacks.ts");
  const run = (seconds: number, rate: number) =>
    runPhase({ base, seed, rate, seconds, catalogRate: CATALOG_RATE }, beat, attacks);
  const seconds = minutes * 60;
  console.log(`hostile: ${minutes} min, --seed ${seed}, ${RATE} attacks a second`);
  try {
    await run(WARM_UP, 0);
    const idle = await run(seconds * IDLE, 0);
    print("idle", idle);
    const attacked = await run(seconds * (1 - IDLE), RATE);
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
    await target.terminate();
  }
}

/**
 * Runs one phase. The handler and the attackers have threads of their own: what is measured is how long the handler lets
 * others wait, not how long it takes to send what attackers send.
 */
async function runPhase(options: LoadOptions, beat: Float64Array, attacks: URL): Promise<Phase> {
  const delays: number[] = [];
  let memory = 0;
  const sampler = setInterval(() => {
    delays.push(Date.now() - (beat[0] ?? 0));
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 10);
  try {
    const attackers =
      options.rate > 0 ? new Worker(attacks, { workerData: { ...options, catalogRate: 0 } }) : null;
    const [asked, attacked] = await Promise.all([
      sendLoad({ ...options, rate: 0 }),
      attackers ? once(attackers, "message").then(([figures]) => figures as LoadResult) : null,
    ]);
    await attackers?.terminate();
    const { sent, held, answers } = attacked ?? asked;
    const result = { ...asked, sent, held, answers };
    const delay = [percentile(delays, 0.99), percentile(delays, 1 - Number.EPSILON)] as const;
    return { ...result, p95: percentile(result.catalog, 0.95), delay, memory };
  } finally {
    clearInterval(sampler);
  }
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? NaN;
}

function print(name: string, { p95, catalog, delay, memory }: Phase): void {
  const [usual, most] = delay.map((ms) => ms.toFixed(1));
  console.log(
    `hostile: ${name.padEnd(9)} catalog p95 ${p95.toFixed(2)} ms of ${catalog.length}; event loop late by ${usual} ms (p99), ` +
      `${most} ms (most); ${(memory / 1e6).toFixed(0)} MB`,
  );
}
