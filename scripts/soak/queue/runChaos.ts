import { CUTS } from "../../../test/queue/machines/createCutter.js";
import type { Cut } from "../../../test/queue/machines/createCutter.js";
import { generateWhatever } from "../../../test/queue/machines/generateWhatever.js";
import type { SeenEnd } from "../../../test/queue/machines/generateWhatever.js";
import { judgeEnds } from "../../../test/queue/machines/judgeEnds.js";
import type { Judgement } from "../../../test/queue/machines/judgeEnds.js";
import { judgeAccount } from "../../../test/queue/machines/judgeAccount.js";
import { openChaos } from "../../../test/queue/machines/openChaos.js";
import type { Chaos, Engine } from "../../../test/queue/machines/openChaos.js";
import type { Machine, Role } from "../../../test/queue/machines/startMachines.js";
import { POLLERS } from "../../../test/server/journal/pollerModels.js";
import { createRandom } from "../panel/createRandom.js";
import type { Random } from "../panel/createRandom.js";

/** What happens in a run, and how often. */
export interface ChaosOptions {
  readonly engine: Engine;
  readonly generations: number;
  readonly seed: number;
  /** Path of the bundled `program.ts`. */
  readonly program: string;
  /** Whether the models submit, poll and download, each of five providers in its own format. */
  readonly polls: boolean;
  /** Whether the host has an account, which is told of every run. */
  readonly hasAccount: boolean;
}

const WORKERS = 3;
const AT_ONCE = 16;
const CALL_MS = 400;
/** Of ten events, two kill a worker in the middle of a call, two at any moment. */
const EVENTS = ["call", "call", "worker", "worker", "handler", "cut", "cut", "cut", "cut", "cut"] as const;
const RESTARTS = 4;
/** Without a call for as long, the next event comes all the same. */
const LULL_MS = 1_500;
/** A run that gets nowhere for as long has hung. */
const HANG_MS = 180_000;
/** Locks that end sooner than by default: what is asked here is not how fast a machine is, but what becomes of it all. */
const TIMES = { LOCK_MS: "6000", STALLED_MS: "2000" };

type Event = (typeof EVENTS)[number] | "restart";

/** Lets things happen to a deployment while it generates, in an order that follows from the seed, and judges the ends. */
export async function runChaos({
  engine,
  generations,
  seed,
  program,
  polls,
  hasAccount,
}: ChaosOptions): Promise<Judgement> {
  const random = createRandom(seed);
  const victims = new Set<number>();
  let killCaller = false;
  const onCall = ({ pid }: { readonly pid: number }) => {
    if (!killCaller) return;
    killCaller = false;
    victims.add(pid);
  };
  const chaos = await openChaos({
    engine,
    program,
    durable: true,
    times: TIMES,
    callMs: CALL_MS,
    onCall,
    polls,
    hasAccount,
  });
  try {
    const { machines, ports, bases } = chaos;
    const roles: [Role, number | undefined][] = [
      ["handler", ports[0]],
      ["handler", ports[1]],
      ...Array.from({ length: WORKERS }, (): [Role, undefined] => ["worker", undefined]),
    ];
    await Promise.all(roles.map(([role, port]) => machines.start(role, port)));
    const happened: Record<string, number> = {};
    const seen: SeenEnd[] = [];
    let next = 0;
    let done = 0;
    const caller = async () => {
      for (let index = next++; index < generations; index = next++) {
        // Not far ahead of what happens, which would have nothing to happen to.
        await until(() => index < done + AT_ONCE);
        seen.push(await generateWhatever(bases, index, polls ? POLLERS : []));
      }
    };
    const callers = Promise.all(Array.from({ length: AT_ONCE }, caller));
    let isOver = false;
    const over = callers.finally(() => (isOver = true));
    const hang = watchForHang(() => seen.length);

    const events = plan(random, generations);
    const happen = async () => {
      for (const [at, event] of events) {
        done = at;
        const lull = Date.now() + LULL_MS;
        await until(() => chaos.calls.length >= at || Date.now() > lull || isOver);
        if (isOver) return;
        const names = await perform(event, chaos, random, (kills) => (killCaller = kills), victims);
        for (const name of names) happened[name] = (happened[name] ?? 0) + 1;
        await bringBack(chaos);
      }
      done = generations;
    };
    try {
      await Promise.race([Promise.all([over, happen()]), hang.found]);
    } finally {
      hang.stop();
    }
    await bringBack(chaos);
    const { faults, figures } = await judgeEnds(chaos, seen);
    const account = await judgeAccount(chaos, seen);
    return {
      faults: [...faults, ...account.faults],
      figures: { ...figures, ...account.figures, ...happened },
    };
  } finally {
    await chaos.stop();
  }
}

/** Events, each with the number of calls of the model after which it comes: one for each generation, and the restarts. */
function plan(random: Random, generations: number): [number, Event][] {
  const events = Array.from({ length: generations }, (_, at): [number, Event] => [at, random.pick(EVENTS)]);
  const restarts = Array.from({ length: RESTARTS }, (_, index): [number, Event] => [
    Math.floor(((index + 1) * generations) / (RESTARTS + 1)),
    "restart",
  ]);
  return [...events, ...restarts].sort(([first], [second]) => first - second);
}

/** Does what the event says; resolves with names for the figures. */
async function perform(
  event: Event,
  chaos: Chaos,
  random: Random,
  setKill: (kills: boolean) => void,
  victims: Set<number>,
): Promise<string[]> {
  const { machines, cutter } = chaos;
  const of = (role: Role) => [...machines.running].filter((machine) => machine.role === role);
  const kill = async (machine: Machine | undefined) => {
    if (machine) await machines.kill(machine);
  };
  if (event === "restart") {
    await chaos.restart();
    return ["restarts of the database"];
  }
  if (event === "cut") {
    const kind: Cut = random.pick(CUTS);
    const all = random.below(4) === 0;
    const cut = await cutter.cut(kind, all).catch(() => 0);
    return Array.from({ length: cut }, () => `cut: ${kind}`);
  }
  if (event === "call") {
    setKill(true);
    const lull = Date.now() + LULL_MS;
    await until(() => victims.size > 0 || Date.now() > lull);
    setKill(false);
    const [pid] = victims;
    victims.clear();
    const victim = [...machines.running].find(({ child }) => child.pid === pid);
    await kill(victim);
    return victim ? ["workers killed in a call"] : [];
  }
  const candidates = of(event);
  if (candidates.length === 0) return [];
  await kill(random.pick(candidates));
  return [event === "worker" ? "workers killed" : "handlers killed"];
}

/** Starts what was killed, or ended by itself, again. */
async function bringBack({ machines, ports }: Chaos): Promise<void> {
  const running = [...machines.running];
  const missing = ports.filter((port) => !running.some((machine) => machine.port === port));
  const workers = running.filter(({ role }) => role === "worker").length;
  await Promise.all([
    ...missing.map((port) => machines.start("handler", port)),
    ...Array.from({ length: WORKERS - workers }, () => machines.start("worker")),
  ]);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function watchForHang(count: () => number): { found: Promise<never>; stop: () => void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const found = new Promise<never>((_, reject) => {
    let last = -1;
    timer = setInterval(() => {
      if (count() === last) reject(new Error(`Nothing ended for ${HANG_MS} ms, after ${last} ends.`));
      last = count();
    }, HANG_MS);
  });
  found.catch(() => undefined);
  return { found, stop: () => clearInterval(timer) };
}
