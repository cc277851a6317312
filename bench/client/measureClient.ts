import type * as Client from "../../src/client/index.js";
import { buildEntry } from "../buildEntry.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { createRequest } from "./createRequest.ts";
import { soakClient } from "./soakClient.ts";
import { startServer } from "./startServer.ts";

const ROUNDS = 9;
const CALLS = 100;
const SOAK_RUNS = 10_000;

/** What a run costs beside a bare `fetch` on the same local back end, and whether 10,000 runs leave anything behind. */
export async function measureClient(): Promise<readonly Table[]> {
  const entry = (await import(await buildEntry("client"))) as typeof Client;
  return [await measureOverhead(entry), await measureGrowth(entry)];
}

async function measureOverhead({ createClient }: typeof Client): Promise<Table> {
  const server = await startServer();
  const client = createClient({ baseUrl: server.baseUrl });
  const request = createRequest("A lamp");
  const ask = (accept: string) =>
    fetch(`${server.baseUrl}/generations`, {
      method: "POST",
      headers: { Accept: accept, "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
  const contestants: Readonly<Record<string, () => Promise<unknown>>> = {
    "fetch + JSON.parse": async () => JSON.parse(await (await ask("application/json")).text()) as unknown,
    "ours, JSON": () => client.generate(request, { stream: false }),
    "fetch + split + JSON.parse": async () => {
      const text = await (await ask("text/event-stream")).text();
      return text.split("\n\n").map((part) => JSON.parse(part.split("\ndata: ")[1] ?? "null") as unknown);
    },
    "ours, stream": () => client.generate(request),
  };
  const names = Object.keys(contestants);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const name of names) {
        const start = performance.now();
        for (let call = 0; call < CALLS; call++) await contestants[name]?.();
        // The first round warms up.
        if (round > 0) times.get(name)?.push((performance.now() - start) / CALLS);
      }
    }
  } finally {
    server.close();
  }
  const time = (name: string) => median(times.get(name) ?? []);
  const goals = [
    ["ours, JSON", "fetch + JSON.parse"],
    ["ours, stream", "fetch + split + JSON.parse"],
  ].map(([ours = "", floor = ""]) => {
    const overhead = time(ours) - time(floor);
    return { text: `${ours}: at most 1 ms over ${floor}: ${overhead.toFixed(2)}`, reached: overhead <= 1 };
  });
  const rows = names.map((name) => ({ name, values: [time(name)] }));
  return { title: "Client: one run", unit: "ms per call", columns: ["ms"], rows, goals };
}

async function measureGrowth(entry: typeof Client): Promise<Table> {
  const { before, after, ended } = await soakClient(entry, SOAK_RUNS);
  const grown = (after - before) / 1e6;
  return {
    title: `Client: ${SOAK_RUNS} runs`,
    unit: "MB on the heap",
    columns: ["before", "after", "ended"],
    rows: [
      {
        name: "ours",
        values: [before / 1e6, after / 1e6, Object.values(ended).reduce((sum, count) => sum + count, 0)],
      },
    ],
    goals: [{ text: `no growth (under 1 MB): ${grown.toFixed(2)} MB`, reached: grown < 1 }],
  };
}
