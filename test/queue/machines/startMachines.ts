import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { said } from "../postgresServer.js";

export type Role = "handler" | "worker";

/** One process of a deployment. */
export interface Machine {
  readonly role: Role;
  readonly port: number;
  readonly child: ChildProcess;
}

/** An end that nobody asked for. */
export interface UnexpectedExit {
  readonly role: Role;
  readonly code: number | null;
  /** What it said last. */
  readonly words: string;
}

/** The processes of a deployment. */
export interface Machines {
  readonly running: ReadonlySet<Machine>;
  /** Those that were killed: by their process ids, when. */
  readonly killed: ReadonlyMap<number, number>;
  readonly exits: readonly UnexpectedExit[];
  start(role: Role, port?: number): Promise<Machine>;
  kill(machine: Machine): Promise<void>;
  stop(): Promise<void>;
}

const MAX_WORDS = 40_000;

/** Starts and kills handlers and workers, which are told their surroundings by these variables. */
export function createMachines(program: string, variables: Readonly<Record<string, string>>): Machines {
  const running = new Set<Machine>();
  const killed = new Map<number, number>();
  const exits: UnexpectedExit[] = [];
  const kill = async (machine: Machine) => {
    const { child } = machine;
    if (!running.delete(machine) || child.exitCode !== null) return;
    killed.set(child.pid ?? 0, Date.now());
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  return {
    running,
    killed,
    exits,
    kill,
    async start(role, port = 0) {
      const env = { ...process.env, ...variables, PORT: String(port) };
      const child = spawn(process.execPath, [program, role], { env, stdio: ["ignore", "pipe", "pipe"] });
      const machine = { role, port, child };
      running.add(machine);
      let words = "";
      child.stderr.on(
        "data",
        (chunk: Buffer) => (words = (words + chunk.toString("utf8")).slice(-MAX_WORDS)),
      );
      child.once("close", (code) => {
        if (running.delete(machine)) exits.push({ role, code, words });
      });
      // One that ends before it is ready counts as an exit, or was killed.
      await said(child, "ready").catch(() => undefined);
      return machine;
    },
    async stop() {
      await Promise.all([...running].map(kill));
    },
  };
}
