// In a process of its own: `node --expose-gc measureOne.ts <entry> <question as JSON>` prints the answer as JSON.
import { constants, setPriority } from "node:os";
import { createBenchBackend } from "./createBenchBackend.ts";
import type { BenchBackend } from "./createBenchBackend.ts";
import { load } from "./load.ts";
import type { Spent } from "./load.ts";
import { PICTURES } from "./pictures.ts";

/** What is asked: how long requests take, in blocks of bare calls and of calls of the handler by turns; or what they leave. */
export type Question = Latency | Growth;

export interface Latency {
  readonly what: "latency";
  readonly picture: keyof typeof PICTURES;
  readonly inFlight: number;
  /** Requests of one block, and blocks of each kind. */
  readonly requests: number;
  readonly blocks: number;
  /** Milliseconds of the model, evenly spread. */
  readonly delay: readonly [number, number];
}

export interface Growth {
  readonly what: "growth";
  readonly requests: number;
  readonly inFlight: number;
  readonly delay: readonly [number, number];
}

/** What blocks of each kind spent, in turn. */
export type LatencyAnswer = Readonly<Record<"bare" | "handler", readonly Spent[]>>;

/** What is left after each tenth of the requests. */
export interface GrowthAnswer {
  /** Bytes of the heap and of buffers after collection. */
  readonly memory: readonly number[];
  /** Timers, sockets and the like that keep the process alive. */
  readonly handles: readonly number[];
}

async function measureLatency(backend: BenchBackend, question: Latency): Promise<LatencyAnswer> {
  const { inFlight, requests, blocks } = question;
  const nextDelay = between(question.delay);
  const calls = { bare: backend.model, handler: backend.handle };
  const answer = { bare: [] as Spent[], handler: [] as Spent[] };
  await load(200, 16, backend.handle, () => 0);
  for (let block = 0; block < blocks; block += 1) {
    for (const kind of ["bare", "handler"] as const) {
      answer[kind].push(await load(requests, inFlight, calls[kind], nextDelay));
    }
  }
  return answer;
}

async function measureGrowth(
  backend: BenchBackend,
  { requests, inFlight, delay }: Growth,
): Promise<GrowthAnswer> {
  const answer = { memory: [] as number[], handles: [] as number[] };
  for (let tenth = 0; tenth < 10; tenth += 1) {
    await load(requests / 10, inFlight, backend.handle, between(delay));
    globalThis.gc?.();
    // What the first collection finalises is freed by the second.
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    answer.memory.push(heapUsed + arrayBuffers);
    answer.handles.push(process.getActiveResourcesInfo().length);
  }
  return answer;
}

function between([least, most]: readonly [number, number]): () => number {
  return () => least + Math.random() * (most - least);
}

try {
  // What else runs on the machine should not be measured. Needs rights that not everybody has.
  setPriority(constants.priority.PRIORITY_HIGH);
} catch {
  // Then the least disturbed block has to do.
}
const [entry = "", asked = "{}"] = process.argv.slice(2);
const question = JSON.parse(asked) as Question;
const picture = await PICTURES[question.what === "latency" ? question.picture : "small"]();
const backend = await createBenchBackend(entry, picture);
const answer =
  question.what === "latency"
    ? await measureLatency(backend, question)
    : await measureGrowth(backend, question);
console.log(JSON.stringify(answer));
process.exit(0);
