import { addUp } from "../../test/queue/costs/addUp.ts";
import type { Costs } from "../../test/queue/costs/addUp.ts";
import type { Probe } from "../../test/queue/costs/openProbe.ts";
import { settle } from "../../test/queue/costs/settle.ts";
import type { Meter } from "../../test/queue/costs/startMeter.ts";
import type { Load, MachineRole, RunningMachine } from "./startMachine.ts";

/** Costs of a block of generations, not yet divided by their number. */
export interface Block extends Costs {
  readonly count: number;
  readonly seconds: number;
  /** Calls of the sending and of the receiving process. */
  readonly calls: readonly [sender: number, receiver: number];
  /** Bytes that the database wrote to its WAL or log. */
  readonly written: number;
  /** Commands that Redis ran, those inside of scripts too. */
  readonly commands: number;
  /** CPU in milliseconds of the sending process, the receiving process and the database. */
  readonly cpuMs: readonly [sender: number, receiver: number, engine: number | null];
}

/** Who is measured. */
export interface Contestant {
  readonly queue: string;
  readonly roles: readonly [sender: MachineRole, receiver: MachineRole];
  readonly machines: Readonly<Record<MachineRole, RunningMachine>>;
  readonly meter: Meter<MachineRole>;
  readonly probe: Probe;
}

/** Runs a block of generations and measures it, from silence to silence. */
export async function measureBlock(contestant: Contestant, load: Load): Promise<Block> {
  const { queue, roles, machines, meter, probe } = contestant;
  const [sender, receiver] = roles;
  const look = async () => ({
    written: await probe.written(),
    commands: await probe.commands(),
    cpu: [
      await machines[sender].cpuMs(),
      await machines[receiver].cpuMs(),
      (await probe.cpuMs()) ?? NaN,
    ] as const,
  });
  await settle(meter, probe, queue);
  meter.take();
  const before = await look();
  const begun = performance.now();
  await machines[sender].run(load);
  const seconds = (performance.now() - begun) / 1000;
  await settle(meter, probe, queue);
  const after = await look();
  const traffic = meter.take();
  const costs = addUp([traffic[sender], traffic[receiver]]);
  const callsOf = (role: MachineRole) => {
    const { store, queue } = addUp([traffic[role]]);
    return store + queue;
  };
  const [, , engine] = after.cpu;
  return {
    ...costs,
    count: load.count,
    seconds,
    calls: [callsOf(sender), callsOf(receiver)],
    written: after.written - before.written,
    commands: after.commands - before.commands,
    cpuMs: [
      after.cpu[0] - before.cpu[0],
      after.cpu[1] - before.cpu[1],
      Number.isNaN(engine) ? null : engine - before.cpu[2],
    ],
  };
}
