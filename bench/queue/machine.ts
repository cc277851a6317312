// One process of a measured deployment: `node machine.ts <role> <addresses as JSON> <entry>`. A parent drives it by messages.
import { Queue, Worker, createPostgresBackend, withBackend } from "bullmq";
import {
  BARE_QUEUE,
  MODELS,
  engineOf,
  generateAll,
  openHandler,
  openWorker,
} from "../../test/queue/costs/openMachines.ts";
import type { Addresses, Entries } from "../../test/queue/costs/openMachines.ts";
import { costRequest } from "../../test/queue/costs/costRequest.ts";
import type { MachineAnswer, MachineOrder, MachineRole } from "./startMachine.ts";

type Run = (order: Extract<MachineOrder, { do: "run" }>) => Promise<void>;

const [role, json = "", entry = ""] = process.argv.slice(2);
const addresses = JSON.parse(json) as Addresses;
const say = (answer: MachineAnswer) => process.send?.(answer);

const load = async (): Promise<Entries> => ({
  server: (await import(entry)) as Entries["server"],
  queue: (await import(new URL("queue.js", entry).href)) as Entries["queue"],
});

/** Resolve with what a run of the role does; a worker runs by itself. */
const ROLES: Readonly<Record<MachineRole, () => Promise<Run>>> = {
  handler: async () => {
    const handler = openHandler(await load(), addresses);
    return ({ count, atOnce, size, model }) =>
      generateAll(handler.fetch, { count, atOnce, body: costRequest(size, { model }) });
  },
  worker: async () => {
    await openWorker(await load(), addresses);
    return () => Promise.resolve();
  },
  adder: openAdder,
  taker: openTaker,
};

const taken = new Map<string, () => void>();
const run = await ROLES[role as MachineRole]();
process.on("message", (order: MachineOrder) => {
  if (order.do === "hear") taken.get(order.id)?.();
  else if (order.do === "cpu") say({ cpuMs: cpuMs() });
  else
    run(order).then(
      () => say({ ran: true }),
      (error: unknown) => say({ failed: String(error) }),
    );
});
process.once("disconnect", () => process.exit());
say({ ready: true });

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Adds jobs to a queue without us, as `createGenerationQueue` does, and is told when each was done. */
async function openAdder(): Promise<Run> {
  const queue = await openQueue();
  return async ({ count, atOnce }) => {
    let left = count;
    const lane = async () => {
      while (left > 0) {
        left -= 1;
        const id = crypto.randomUUID();
        const done = new Promise<void>((resolve) => taken.set(id, resolve));
        const bounds = { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true };
        await queue.add("generate", { id }, bounds);
        await done;
        taken.delete(id);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  };
}

async function openQueue(): Promise<Pick<Queue<{ id: string }>, "add">> {
  const engine = engineOf(addresses.queue);
  const queue =
    "redis" in engine
      ? new Queue<{ id: string }>(BARE_QUEUE, { connection: { url: engine.redis } })
      : new (withBackend(createPostgresBackend).Queue)<{ id: string }>(BARE_QUEUE, {
          connection: { connectionString: engine.postgres, max: 4, migrate: true },
        });
  await queue.waitUntilReady();
  return queue;
}

/** Takes jobs from the queue without us, and does in each what the model does. */
async function openTaker(): Promise<Run> {
  const engine = engineOf(addresses.queue);
  const work = async ({ data }: { data: { id: string } }) => {
    await new Promise((resolve) => setTimeout(resolve, MODELS["test/painter"]));
    say({ taken: data.id });
  };
  const bounds = { concurrency: 8, lockDuration: 10_000, stalledInterval: 5_000 };
  const worker =
    "redis" in engine
      ? new Worker<{ id: string }>(BARE_QUEUE, work, { ...bounds, connection: { url: engine.redis } })
      : new (withBackend(createPostgresBackend).Worker)<{ id: string }>(BARE_QUEUE, work, {
          ...bounds,
          connection: { connectionString: engine.postgres, max: 4, migrate: true },
        });
  await worker.waitUntilReady();
  return () => Promise.resolve();
}
