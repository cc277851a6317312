import { parseArgs } from "node:util";
import { buildServer } from "../../../bench/server/buildServer.ts";
import type * as Queue from "../../../src/server/queue/index.ts";
import { hasRedis } from "../../../test/queue/redisServer.ts";
import { soakPostgresRuns } from "./soakPostgresRuns.ts";
import { soakRedisRuns } from "./soakRedisRuns.ts";

/**
 * Holds what the run stores cost over `--count` runs, 100,000 by default, and that nobody waits while 40 % of them are
 * swept. Prints PASS or FAIL of each goal.
 */
export async function soakRuns(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { count: { type: "string" } } });
  const count = Number(values.count ?? 100_000);
  if (!(count >= 1_000)) throw new Error("--count takes a number of at least 1000.");
  const queue = (await import(new URL("queue.js", await buildServer()).href)) as typeof Queue;
  const held = await soakPostgresRuns(queue, count);
  return (!hasRedis || (await soakRedisRuns(queue, count))) && held;
}
