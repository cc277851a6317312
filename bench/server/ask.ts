import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Growth, GrowthAnswer, Latency, LatencyAnswer, Question } from "./measureOne.ts";

/** Asks a fresh process. */
export function ask(entry: string, question: Latency): Promise<LatencyAnswer>;
export function ask(entry: string, question: Growth): Promise<GrowthAnswer>;
export async function ask(entry: string, question: Question): Promise<unknown> {
  const script = fileURLToPath(new URL("./measureOne.ts", import.meta.url));
  const args = ["--expose-gc", script, entry, JSON.stringify(question)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as unknown;
}
