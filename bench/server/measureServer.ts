import type { Table } from "../table.ts";
import { ask } from "./ask.ts";
import { buildServer } from "./buildServer.ts";
import { measureConversion } from "./measureConversion.ts";
import { measureDownload } from "./measureDownload.ts";
import type { Latency } from "./measureOne.ts";
import { FAST_MODEL, overheadOf } from "./overhead.ts";

const IN_FLIGHT = [1, 16, 64];
/** Of one block. Short blocks, and many: some of them are not disturbed. */
const REQUESTS = [8, 64, 192];
const BLOCKS = [5, 7, 8];
/** A photo of 1.6 MB is work for the machine's other threads: asked for at a pace that leaves them time. */
const PHOTO: Latency = {
  what: "latency",
  picture: "photo",
  inFlight: 16,
  requests: 32,
  blocks: 1,
  delay: [1_000, 2_000],
};
const MAX_OVERHEAD_MS = 5;
const MAX_GROWTH = 2 * 1024 * 1024;

/**
 * What the handler adds to the bare call of a model, bare calls and the handler's by turns in one process; what 10,000
 * requests leave behind; what a PNG and a download cost. Nothing of the handler is switched off.
 */
export async function measureServer(): Promise<readonly Table[]> {
  const entry = await buildServer();
  return [
    await measureOverhead(entry),
    await measureMemory(entry),
    await measureConversion(entry),
    await measureDownload(entry),
  ];
}

async function measureOverhead(entry: string): Promise<Table> {
  const measured = [];
  for (const [index, inFlight] of IN_FLIGHT.entries()) {
    const requests = REQUESTS[index] ?? 0;
    const blocks = BLOCKS[index] ?? 0;
    const question = { what: "latency", picture: "small", inFlight, requests, blocks } as const;
    measured.push(overheadOf(await ask(entry, { ...question, delay: FAST_MODEL })));
  }
  const photo = overheadOf(await ask(entry, PHOTO));
  const nothing = [null, null, null];
  return {
    title: "Handler around a model of 100 to 300 ms",
    unit: "ms beyond the model's own time; CPU of all threads",
    columns: IN_FLIGHT.flatMap((inFlight) => [`${inFlight}: p50`, `${inFlight}: p99`, `${inFlight}: CPU`]),
    rows: [
      { name: "the bare model call", values: measured.flatMap(({ bare }) => bare) },
      { name: "through the handler, 64 × 64", values: measured.flatMap(({ handler }) => handler) },
      {
        name: "through the handler, a photo of 1.6 MB",
        values: [...nothing, ...photo.handler, ...nothing],
      },
    ],
    goals: measured.flatMap(({ p50, cpu }, index) => [
      atMost(`${IN_FLIGHT[index]} in flight, time over the bare call`, p50),
      atMost(`${IN_FLIGHT[index]} in flight, CPU over the bare call`, cpu),
    ]),
  };
}

function atMost(what: string, value: number) {
  return {
    text: `${what}, at most ${MAX_OVERHEAD_MS} ms: ${value.toFixed(2)}`,
    reached: value <= MAX_OVERHEAD_MS,
  };
}

async function measureMemory(entry: string): Promise<Table> {
  const { memory, handles } = await ask(entry, {
    what: "growth",
    requests: 10_000,
    inFlight: 64,
    delay: [0, 0],
  });
  // The first thousand fills the bounded stores.
  const growth = (memory.at(-1) ?? NaN) - (memory[1] ?? NaN);
  const left = (handles.at(-1) ?? NaN) - (handles[0] ?? NaN);
  return {
    title: "Along 10,000 requests, 64 in flight",
    unit: "MB after collection; what keeps the process alive",
    columns: memory.map((_, index) => `${index + 1},000`),
    rows: [
      { name: "heap and buffers", values: memory.map((bytes) => bytes / 1024 / 1024) },
      { name: "handles", values: handles },
    ],
    goals: [
      {
        text: `no growth from 2,000 to 10,000 (at most 2 MB): ${(growth / 1024 / 1024).toFixed(2)} MB`,
        reached: growth <= MAX_GROWTH,
      },
      { text: `no handle more than after 1,000: ${left}`, reached: left <= 0 },
    ],
  };
}
