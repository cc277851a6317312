import { ask } from "../../bench/server/ask.ts";
import { buildServer } from "../../bench/server/buildServer.ts";
import { FAST_MODEL, overheadOf } from "../../bench/server/overhead.ts";

const IN_FLIGHT = 64;
const MAX_OVERHEAD_MS = 5;
const MAX_GROWTH_MB = 2;

/**
 * Holds what the handler adds to the bare call of a model with 64 on their way, bare calls and the handler's by turns in
 * one process, and what as many requests as the first argument says leave behind. Prints PASS or FAIL of each goal.
 */
export async function soakServer([requests = "10000"]: readonly string[]): Promise<boolean> {
  const total = Math.max(2_000, Math.ceil(Number(requests) / 10) * 10);
  const entry = await buildServer();
  const answer = await ask(entry, {
    what: "latency",
    picture: "small",
    inFlight: IN_FLIGHT,
    requests: 192,
    blocks: 16,
    delay: FAST_MODEL,
  });
  const { p50, p99, cpu, bare, handler } = overheadOf(answer);
  const line = (name: string, values: readonly number[]) =>
    console.log(
      `server: ${name.padEnd(18)} ${values.map((value) => value.toFixed(2).padStart(9)).join(" ")}`,
    );
  console.log(
    `server: ${IN_FLIGHT} in flight, a model of ${FAST_MODEL.join(" to ")} ms; ms beyond its own time`,
  );
  console.log(`server: ${" ".repeat(18)} ${["p50", "p99", "CPU"].map((name) => name.padStart(9)).join(" ")}`);
  line("bare model call", bare);
  line("the handler", handler);
  line("overhead", [p50, p99, cpu]);

  const growth = await ask(entry, { what: "growth", requests: total, inFlight: IN_FLIGHT, delay: [20, 60] });
  const megabytes = growth.memory.map((bytes) => bytes / 1024 / 1024);
  console.log(`server: MB of heap and buffers after each tenth of ${total} requests`);
  line("after collection", megabytes);
  line("handles", growth.handles);
  // The first tenth fills the bounded stores.
  const grown = (megabytes.at(-1) ?? NaN) - (megabytes[1] ?? NaN);
  const left = (growth.handles.at(-1) ?? NaN) - (growth.handles[0] ?? NaN);
  const goals = [
    judge(`p50 over the bare call at most ${MAX_OVERHEAD_MS} ms: ${p50.toFixed(2)}`, p50 <= MAX_OVERHEAD_MS),
    judge(`CPU over the bare call at most ${MAX_OVERHEAD_MS} ms: ${cpu.toFixed(2)}`, cpu <= MAX_OVERHEAD_MS),
    judge(`memory grew by at most ${MAX_GROWTH_MB} MB: ${grown.toFixed(2)}`, grown <= MAX_GROWTH_MB),
    judge(`no handle is left: ${left}`, left <= 0),
  ];
  return goals.every(Boolean);
}

function judge(text: string, holds: boolean): boolean {
  console.log(`server: ${holds ? "PASS" : "FAIL"}  ${text}`);
  return holds;
}
