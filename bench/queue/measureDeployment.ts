import type { BodySize } from "../../test/queue/costs/costRequest.ts";
import { BARE_QUEUE, QUEUE } from "../../test/queue/costs/openMachines.ts";
import { openProbe } from "../../test/queue/costs/openProbe.ts";
import { startMeter } from "../../test/queue/costs/startMeter.ts";
import { measureBlock } from "./measureBlock.ts";
import type { Block, Contestant } from "./measureBlock.ts";
import { startMachine } from "./startMachine.ts";
import type { Load, MachineRole, RunningMachine } from "./startMachine.ts";

/** Costs of one generation, or of one job of the bare engine. */
export interface Share extends Omit<Block, "count" | "seconds"> {
  /** Generations a second. */
  readonly perSecond: number;
  /** Bytes written with the whole pages that follow a checkpoint; `null` where there are none. */
  readonly wholePages: number | null;
}

/** Costs of a deployment over one database. */
export interface DeploymentCosts {
  readonly shares: readonly {
    readonly name: string;
    readonly short: string;
    /** Size of the body; `null` for the bare engine. */
    readonly size: BodySize | null;
    /** Whether the model took 10 seconds. */
    readonly isSlow: boolean;
    readonly share: Share;
  }[];
  /** Connections at their most. */
  readonly connections: Readonly<Record<MachineRole, number>>;
  /** Generations of a block that began with a checkpoint. */
  readonly before: number;
}

interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

const ROLES: readonly MachineRole[] = ["handler", "worker", "adder", "taker"];
const OURS = ["handler", "worker"] as const;
const BARE = ["adder", "taker"] as const;
const ROUNDS = 3;

const ONE = { count: 1, atOnce: 1, model: "test/painter" } as const;
const EIGHT = { atOnce: 8, model: "test/painter" } as const;

/** Loads by turns in each round. Those with one at once stand for an idle deployment: each begins in silence. */
const LOADS = [
  { name: "bare BullMQ", short: "bare", size: null, count: 120, ...EIGHT, blocks: 1 },
  { name: "body of 0.3 kB", short: "0.3 kB", size: "small", count: 120, ...EIGHT, blocks: 1 },
  { name: "body of 289 kB", short: "289 kB", size: "large", count: 40, ...EIGHT, blocks: 1 },
  { name: "bare BullMQ, one alone", short: "bare, alone", size: null, ...ONE, blocks: 4 },
  { name: "0.3 kB, one alone", short: "0.3, alone", size: "small", ...ONE, blocks: 4 },
  { name: "289 kB, one alone", short: "289, alone", size: "large", ...ONE, blocks: 4 },
] as const;

/** Loads that are measured once: whoever waits for long looks again and again. */
const SLOW_LOADS = [
  { ...EIGHT, name: "0.3 kB, a model of 10 s", short: "0.3, 10 s", size: "small", count: 16 },
  { ...EIGHT, name: "289 kB, a model of 10 s", short: "289, 10 s", size: "large", count: 16 },
].map((load) => ({ ...load, model: "test/slow-painter" as const, size: load.size as BodySize }));

type NamedLoad = (typeof LOADS)[number] | (typeof SLOW_LOADS)[number];

/** Measures the costs over a database: ours and the bare engine's by turns, each in processes of its own. */
export async function measureDeployment(
  start: () => Promise<Database>,
  entry: string,
): Promise<DeploymentCosts> {
  const database = await start();
  const isPostgres = database.url.startsWith("postgres");
  const probe = openProbe(database.url);
  const meter = await startMeter(database.url, ROLES);
  const machines = await startMachines(meter, entry);
  const contestantOf = (size: BodySize | null): Contestant => ({
    queue: size === null ? BARE_QUEUE : QUEUE,
    roles: size === null ? BARE : OURS,
    machines,
    meter,
    probe,
  });
  const measure = (load: NamedLoad) => measureBlock(contestantOf(load.size), loadOf(load));
  try {
    for (const load of LOADS.slice(0, 3)) await measure(load);
    const whole = new Map<string, number>();
    for (const load of isPostgres ? LOADS.slice(0, 3) : []) {
      await probe.prepare({ wholePages: true });
      whole.set(load.name, (await measure(load)).written / load.count);
    }
    await probe.prepare({ wholePages: false });
    const all: readonly NamedLoad[] = [...LOADS, ...SLOW_LOADS];
    const blocks = new Map<string, Block[]>(all.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const load of LOADS)
        for (let block = 0; block < load.blocks; block += 1) blocks.get(load.name)?.push(await measure(load));
    for (const load of SLOW_LOADS) blocks.get(load.name)?.push(await measure(load));
    return {
      shares: all.map(({ name, short, size, model }) => ({
        name,
        short,
        size,
        isSlow: model !== "test/painter",
        share: { ...shareOf(blocks.get(name) ?? []), wholePages: whole.get(name) ?? null },
      })),
      connections: Object.fromEntries(
        ROLES.map((role) => [role, meter.mostConnections(role)]),
      ) as DeploymentCosts["connections"],
      before: LOADS[1].count,
    };
  } finally {
    await Promise.all(ROLES.map((role) => machines[role].stop()));
    await probe.close();
    await meter.close();
    await database.stop();
  }
}

function loadOf({ count, atOnce, size, model }: NamedLoad): Load {
  return { count, atOnce, size: size ?? "small", model };
}

async function startMachines(
  meter: Contestant["meter"],
  entry: string,
): Promise<Record<MachineRole, RunningMachine>> {
  const start = (role: MachineRole, onTaken?: (id: string) => void) =>
    startMachine(
      role,
      { store: meter.urlOf(role, "store"), queue: meter.urlOf(role, "queue") },
      entry,
      onTaken,
    );
  const [handler, worker, adder] = await Promise.all([start("handler"), start("worker"), start("adder")]);
  return { handler, worker, adder, taker: await start("taker", adder.hear) };
}

/** Divides the sum of some blocks by their generations. */
function shareOf(blocks: readonly Block[]): Omit<Share, "wholePages"> {
  const count = blocks.reduce((sum, block) => sum + block.count, 0);
  const mean = (read: (block: Block) => number) =>
    blocks.reduce((sum, block) => sum + read(block), 0) / count;
  const kinds = new Map<string, number>();
  for (const block of blocks)
    for (const [kind, calls] of block.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + calls / count);
  const tellsEngine = blocks.every(({ cpuMs }) => cpuMs[2] !== null);
  return {
    perSecond: 1 / mean(({ seconds }) => seconds),
    store: mean(({ store }) => store),
    queue: mean(({ queue }) => queue),
    calls: [mean(({ calls }) => calls[0]), mean(({ calls }) => calls[1])],
    kinds: [...kinds],
    wire: mean(({ wire }) => wire),
    written: mean(({ written }) => written),
    commands: mean(({ commands }) => commands),
    cpuMs: [
      mean(({ cpuMs }) => cpuMs[0]),
      mean(({ cpuMs }) => cpuMs[1]),
      tellsEngine ? mean(({ cpuMs }) => cpuMs[2] ?? NaN) : null,
    ],
  };
}
