import OpenAI from "openai";
import type * as Client from "../../src/client/index.js";
import type { Generation } from "../../src/contract/index.js";
import { buildEntry } from "../buildEntry.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { createRequest } from "./createRequest.ts";
import { soakClient } from "./soakClient.ts";
import { startServer } from "./startServer.ts";

const ROUNDS = 9;
const CALLS = 100;
const SOAK_RUNS = 10_000;

/** What a run costs beside a bare `fetch` and the `openai` client on the same local server, and whether 10,000 runs leave anything behind. */
export async function measureClient(): Promise<readonly Table[]> {
  const entry = (await import(await buildEntry("client"))) as typeof Client;
  return [await measureOverhead(entry), await measureGrowth(entry)];
}

async function measureOverhead({ createClient }: typeof Client): Promise<Table> {
  const server = await startServer();
  const client = createClient({ baseUrl: server.baseUrl });
  const openai = new OpenAI({ apiKey: "none", baseURL: `${server.baseUrl}/openai` });
  const request = createRequest("A lamp");
  const ask = (accept: string) =>
    fetch(`${server.baseUrl}/generations`, {
      method: "POST",
      headers: { Accept: accept, "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
  const prompted = { model: "gpt-image-1", prompt: "A lamp" };
  /** Each resolves with the picture that it found. */
  const contestants: Readonly<Record<string, () => Promise<string | undefined>>> = {
    "fetch + JSON.parse": async () =>
      (JSON.parse(await (await ask("application/json")).text()) as Generation).output.imageUrl,
    "ours, JSON": async () => (await client.generate(request, { stream: false })).output.imageUrl,
    "openai, JSON": async () => (await openai.images.generate(prompted)).data?.[0]?.url,
    "fetch + split + JSON.parse": async () => {
      const text = await (await ask("text/event-stream")).text();
      const events = text
        .split("\n\n")
        .map((part): unknown => JSON.parse(part.split("\ndata: ")[1] ?? "null"));
      return (events.at(-2) as Generation).output.imageUrl;
    },
    "ours, stream": async () => (await client.generate(request)).output.imageUrl,
    "openai, stream": async () => {
      let found: string | undefined;
      for await (const event of await openai.images.generate({
        ...prompted,
        stream: true,
        partial_images: 1,
      }))
        if (event.type === "image_generation.completed") found = event.b64_json;
      return found;
    },
  };
  const names = Object.keys(contestants);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const busy = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const name of names) {
        const start = performance.now();
        const before = process.cpuUsage();
        for (let call = 0; call < CALLS; call++) {
          if (!(await contestants[name]?.())) throw new Error(`${name} found no picture.`);
        }
        // The first round warms up.
        if (round === 0) continue;
        times.get(name)?.push((performance.now() - start) / CALLS);
        const { user, system } = process.cpuUsage(before);
        busy.get(name)?.push((user + system) / 1000 / CALLS);
      }
    }
  } finally {
    server.close();
  }
  // What else runs on the machine only adds: the least disturbed round counts.
  const time = (name: string) => Math.min(...(times.get(name) ?? []));
  const cpu = (name: string) => Math.min(...(busy.get(name) ?? []));
  const goals = [
    ["ours, JSON", "fetch + JSON.parse", "openai, JSON"],
    ["ours, stream", "fetch + split + JSON.parse", "openai, stream"],
  ].flatMap(([ours = "", floor = "", peer = ""]) => {
    const overhead = time(ours) - time(floor);
    const ratio = cpu(ours) / cpu(peer);
    return [
      { text: `${ours}: at most 1 ms over ${floor}: ${overhead.toFixed(2)}`, reached: overhead <= 1 },
      { text: `${ours}: no more CPU than ${peer}: ${ratio.toFixed(2)} ×`, reached: ratio <= 1 },
    ];
  });
  const rows = names.map((name) => ({
    name,
    values: [time(name), median(times.get(name) ?? []), cpu(name)],
  }));
  const columns = ["best round", "median", "CPU"];
  return {
    title: "Client: one run, its server in the same process",
    unit: "ms per call",
    columns,
    rows,
    goals,
  };
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
