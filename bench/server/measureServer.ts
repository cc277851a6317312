import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Table } from "../table.ts";
import { buildServer } from "./buildServer.ts";

const IN_FLIGHT = [1, 16, 64];
const ROUNDS = 2;
const KINDS = ["bare", "handler", "converting"] as const;
type Kind = (typeof KINDS)[number];

const NAMES: Readonly<Record<Kind, string>> = {
  bare: "the bare model call",
  handler: "through the handler",
  converting: "and a new PNG of 1024 × 1024",
};

/**
 * What the handler adds to a model that answers in 100 to 300 ms, in one process, by the requests on their way; and the
 * memory that 10,000 requests leave behind. Kinds interleaved, each in processes of their own.
 */
export async function measureServer(): Promise<readonly Table[]> {
  const entry = await buildServer();
  return [await measureOverhead(entry), await measureMemory(entry)];
}

async function measureOverhead(entry: string): Promise<Table> {
  const spent = new Map<string, number[]>();
  const busy = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const inFlight of IN_FLIGHT) {
      for (const kind of KINDS) {
        // How long a new PNG takes is the encoder's affair, and many at once only queue for its threads.
        if (kind === "converting" && inFlight > 1) continue;
        const key = `${kind} ${inFlight}`;
        const times = await run(["latency", entry, String(inFlight), kind]);
        busy.set(key, [...(busy.get(key) ?? []), times.pop() ?? NaN]);
        spent.set(key, [...(spent.get(key) ?? []), ...times]);
      }
    }
  }
  const at = (kind: Kind, inFlight: number, share: number) =>
    quantile(spent.get(`${kind} ${inFlight}`) ?? [], share);
  const overheads = IN_FLIGHT.map(
    (inFlight) => (at("handler", inFlight, 0.5) ?? NaN) - (at("bare", inFlight, 0.5) ?? NaN),
  );
  return {
    title: "Handler around a model of 100 to 300 ms",
    unit: "ms beyond the model's own time",
    columns: IN_FLIGHT.flatMap((inFlight) => [`${inFlight}: p50`, `${inFlight}: p99`, `${inFlight}: CPU`]),
    rows: KINDS.map((kind) => ({
      name: NAMES[kind],
      values: IN_FLIGHT.flatMap((inFlight) => [
        at(kind, inFlight, 0.5),
        at(kind, inFlight, 0.99),
        quantile(busy.get(`${kind} ${inFlight}`) ?? [], 0),
      ]),
    })),
    goals: IN_FLIGHT.map((inFlight, index) => ({
      text: `${inFlight} in flight: ≤ 5 ms over the bare call: ${(overheads[index] ?? NaN).toFixed(2)}`,
      reached: (overheads[index] ?? NaN) <= 5,
    })),
  };
}

async function measureMemory(entry: string): Promise<Table> {
  const heap = await run(["memory", entry]);
  // The first thousands fill the bounded stores.
  const growth = (heap.at(-1) ?? NaN) - (heap[1] ?? NaN);
  return {
    title: "Memory along 10,000 requests, 64 in flight",
    unit: "MB after collection",
    columns: heap.map((_, index) => `${index + 1},000`),
    rows: [{ name: "heap and buffers", values: heap }],
    goals: [
      { text: `no growth from 2,000 to 10,000 (≤ 2 MB): ${growth.toFixed(2)} MB`, reached: growth <= 2 },
    ],
  };
}

async function run(args: readonly string[]): Promise<number[]> {
  const script = fileURLToPath(new URL("./measureOne.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as number[];
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
