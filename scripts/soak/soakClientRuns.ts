import type * as Client from "../../src/client/index.js";
import { buildEntry } from "../../bench/buildEntry.ts";
import { soakClient } from "../../bench/client/soakClient.ts";

const MAX_GROWTH = 1_000_000;

/** Runs the client as often as the first argument says and holds the growth of its heap. */
export async function soakClientRuns([runs = "10000"]: readonly string[]): Promise<boolean> {
  const entry = (await import(await buildEntry("client"))) as typeof Client;
  const { before, after, ended } = await soakClient(entry, Number(runs));
  console.log(`client: ${JSON.stringify(ended)} of ${runs} runs ended as they should`);
  console.log(`client: the heap grew by ${((after - before) / 1e6).toFixed(2)} MB over ${runs} runs`);
  return after - before <= MAX_GROWTH;
}
