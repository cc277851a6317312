import { parentPort, workerData } from "node:worker_threads";
import { sendLoad } from "./sendLoad.js";
import type { LoadOptions } from "./sendLoad.js";

/** Sends one load from a thread of its own, and tells its figures to its parent. */
async function startAttacks(): Promise<void> {
  parentPort?.postMessage(await sendLoad(workerData as LoadOptions));
}

await startAttacks();
