// `npm run soak -- client` runs one subject for long and says what was left in memory; without a name, all of them.
import type * as Client from "../src/client/index.js";
import { buildEntry } from "../bench/buildEntry.ts";
import { soakClient } from "../bench/client/soakClient.ts";

/** Bytes by which the heap grew after the warm-up, for each subject. */
const SUBJECTS: Readonly<Record<string, (runs: number) => Promise<number>>> = {
  async client(runs) {
    const entry = (await import(await buildEntry("client"))) as typeof Client;
    const { before, after, ended } = await soakClient(entry, runs);
    console.log(`client: ${JSON.stringify(ended)} of ${runs} runs ended as they should`);
    return after - before;
  },
};

const MAX_GROWTH = 1_000_000;
const [name, runs = "10000"] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(SUBJECTS, name)) {
  console.error(`No such subject: ${name}. There are: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(2);
}
for (const [subject, soak] of Object.entries(SUBJECTS)) {
  if (name !== undefined && subject !== name) continue;
  const grown = await soak(Number(runs));
  console.log(`${subject}: the heap grew by ${(grown / 1e6).toFixed(2)} MB over ${runs} runs`);
  if (grown > MAX_GROWTH) process.exitCode = 1;
}
