import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { median } from "../table.ts";
import type { Table } from "../table.ts";

const ROUNDS = 4;
const DOWNLOADS = 40;
const IN_FLIGHT = 8;

/** A signed download of 1.6 MB from files beside static servers of the same file, over HTTP, 8 at once. */
export async function measureDownload(entry: string): Promise<Table> {
  const script = fileURLToPath(new URL("./serveFiles.ts", import.meta.url));
  const child = fork(script, [entry], { execArgv: [] });
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  try {
    const [addresses] = (await once(child, "message")) as [Record<string, string>];
    const times = new Map<string, number[]>();
    const busy = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, url] of Object.entries(addresses)) {
        const before = await cpuOf(child);
        const begun = performance.now();
        await Promise.all(
          Array.from({ length: IN_FLIGHT }, async () => {
            for (let count = 0; count < DOWNLOADS / IN_FLIGHT; count += 1) await download(url, agent);
          }),
        );
        const ms = (performance.now() - begun) / DOWNLOADS;
        // The first round warms up.
        if (round === 0) continue;
        times.set(name, [...(times.get(name) ?? []), ms]);
        busy.set(name, [...(busy.get(name) ?? []), ((await cpuOf(child)) - before) / DOWNLOADS]);
      }
    }
    const rows = Object.keys(addresses).map((name) => {
      const [ms, cpu] = [median(times.get(name) ?? []), median(busy.get(name) ?? [])];
      return { name, values: [ms, cpu] };
    });
    const [ours = NaN, theirs = NaN] = rows.map(({ values: [, cpu] }) => cpu);
    return {
      title: "Download of a picture of 1.6 MB, 8 at once",
      unit: "ms per download; ms of the server's CPU",
      columns: ["ms", "CPU"],
      rows,
      goals: [
        {
          text: `at most 1 ms of CPU more than express.static: ${(ours - theirs).toFixed(2)}`,
          reached: ours - theirs <= 1,
        },
      ],
    };
  } finally {
    agent.destroy();
    child.disconnect();
  }
}

/** Milliseconds so far. */
async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = once(child, "message");
  child.send("cpu");
  const [{ user, system }] = (await answer) as [NodeJS.CpuUsage];
  return (user + system) / 1000;
}

function download(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().once("end", resolve).once("error", reject);
    }).once("error", reject);
  });
}
