import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Addresses, MODELS } from "../../test/queue/costs/openMachines.ts";
import type { BodySize } from "../../test/queue/costs/costRequest.ts";

/** Processes of a deployment: ours, and two that use the engine without us. */
export type MachineRole = "handler" | "worker" | "adder" | "taker";

/** Generations to run. */
export interface Load {
  readonly count: number;
  readonly atOnce: number;
  readonly size: BodySize;
  readonly model: keyof typeof MODELS;
}

/** Message to a process. */
export type MachineOrder =
  { readonly do: "cpu" } | ({ readonly do: "run" } & Load) | { readonly do: "hear"; readonly id: string };

/** Message of a process. */
export type MachineAnswer =
  | { readonly ready: true }
  | { readonly ran: true }
  | { readonly failed: string }
  | { readonly cpuMs: number }
  | { readonly taken: string };

/** A process that was started. */
export interface RunningMachine {
  run(load: Load): Promise<void>;
  /** Milliseconds of CPU that it ever took. */
  cpuMs(): Promise<number>;
  /** Says that a job was done, to whoever added it. */
  hear(id: string): void;
  stop(): Promise<void>;
}

/** Starts a process and resolves when it is ready. */
export async function startMachine(
  role: MachineRole,
  addresses: Addresses,
  entry: string,
  onTaken: (id: string) => void = () => undefined,
): Promise<RunningMachine> {
  const script = fileURLToPath(new URL("./machine.ts", import.meta.url));
  const child = fork(script, [role, JSON.stringify(addresses), entry]);
  const waiting: { resolve: (answer: MachineAnswer) => void; reject: (error: Error) => void }[] = [];
  const next = () =>
    new Promise<MachineAnswer>((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  child.on("message", (answer: MachineAnswer) => {
    if ("taken" in answer) onTaken(answer.taken);
    else if ("failed" in answer) waiting.shift()?.reject(new Error(answer.failed));
    else waiting.shift()?.resolve(answer);
  });
  child.once("exit", (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`The ${role} ended with ${code}.`));
  });
  const order = (message: MachineOrder): Promise<MachineAnswer> => {
    const answer = next();
    child.send(message);
    return answer;
  };
  await next();
  return {
    run: async (load) => void (await order({ do: "run", ...load })),
    async cpuMs() {
      const answer = await order({ do: "cpu" });
      return "cpuMs" in answer ? answer.cpuMs : NaN;
    },
    hear: (id) => void child.send({ do: "hear", id } satisfies MachineOrder),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}
