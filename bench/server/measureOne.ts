// In a process of its own: `node measureOne.ts latency <entry> <in flight> <bare|handler|converting>` prints milliseconds
// per request and then the CPU of one; `node --expose-gc measureOne.ts memory <entry>` prints megabytes of heap along 10,000 requests.
import { createBenchBackend, modelDelay } from "./backend.ts";

const [what, entry = "", inFlightText = "64", kind = "handler"] = process.argv.slice(2);

/** Keeps so many requests on their way until all are done. */
async function load(total: number, inFlight: number, call: () => Promise<void>): Promise<void> {
  let left = total;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

async function measureLatency(): Promise<number[]> {
  const inFlight = Number(inFlightText);
  let planned = 0;
  const delays: number[] = [];
  const backend = await createBenchBackend(entry, {
    side: 1024,
    converts: kind === "converting",
    forgets: false,
    delay: () => delays.shift() ?? planned,
  });
  const spent: number[] = [];
  const call = async () => {
    const delay = modelDelay();
    planned = delay;
    delays.push(delay);
    const begun = performance.now();
    await (kind === "bare" ? backend.model() : backend.handle());
    spent.push(performance.now() - begun - delay);
  };
  await load(inFlight * 2, inFlight, call);
  spent.length = 0;
  const before = process.cpuUsage();
  await load(Math.max(30, inFlight * 8), inFlight, call);
  const { user, system } = process.cpuUsage(before);
  return [...spent, (user + system) / 1000 / spent.length];
}

async function measureMemory(): Promise<number[]> {
  const backend = await createBenchBackend(entry, {
    side: 64,
    converts: false,
    forgets: true,
    delay: () => 0,
  });
  const heap: number[] = [];
  for (let thousand = 0; thousand < 10; thousand += 1) {
    await load(1_000, 64, () => backend.handle());
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    heap.push((heapUsed + arrayBuffers) / 1024 / 1024);
  }
  return heap;
}

console.log(JSON.stringify(what === "memory" ? await measureMemory() : await measureLatency()));
process.exit(0);
