import { Redis } from "ioredis";
import type * as Queue from "../../../src/server/queue/index.ts";
import { openProbe } from "../../../test/queue/costs/openProbe.ts";
import { startRedis } from "../../../test/queue/redisServer.ts";
import { inLanes } from "./inLanes.ts";
import { createEnded, liveRun } from "./liveRun.ts";
import { print } from "./print.ts";

const LANES = 16;
const MAX_RUNS = 100_000;
const LIVES = 1_000;
const MORE_COMMANDS = 0.5;

/** Prints what the Redis store takes for a run, and holds that its commands stay the same over many runs. */
export async function soakRedisRuns(queue: typeof Queue, count: number): Promise<boolean> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  const probe = openProbe(server.url);
  const store = queue.redisRunStore({ redis });
  const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info("memory"))?.[1]);
  const commandsOfLife = async () => {
    const before = await probe.commands();
    await inLanes(LIVES, LANES, () => liveRun(store, Date.now()));
    return ((await probe.commands()) - before) / LIVES;
  };
  try {
    const first = await commandsOfLife();
    const runs = Math.min(count, MAX_RUNS);
    const before = await memory();
    await inLanes(runs, LANES, () => createEnded(store, Date.now()));
    const bytes = ((await memory()) - before) / runs;
    const last = await commandsOfLife();
    print.row("Redis: bytes of memory of a run that has ended", [Math.round(bytes)]);
    print.row(`Redis: commands of a life, over ${LIVES} and ${runs} runs`, [first, last]);
    return print.judge(
      `Redis: a life takes at most ${MORE_COMMANDS} commands more over all runs: ${(last - first).toFixed(2)}`,
      last - first <= MORE_COMMANDS,
    );
  } finally {
    redis.disconnect();
    await probe.close();
    await server.stop();
  }
}
