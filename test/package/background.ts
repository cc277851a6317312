import { spawn } from "node:child_process";
import type { CommandResult } from "./command.js";
import { environment } from "./command.js";

/** A process that runs until it is stopped. */
export interface Background {
  /** Waits for a text to be printed; throws with all that was printed when the process ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Asks the process and those that it started to end, as Ctrl+C does, and tells how the first of them did. */
  stop(): Promise<CommandResult>;
}

/** Starts a command in a folder and leaves it running. */
export function startCommand(
  folder: string,
  command: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Background {
  const child = spawn(command, args, { cwd: folder, env: { ...environment(), ...extra }, detached: true });
  let output = "";
  let ended = false;
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      heard();
    });
  }
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      ended = true;
      resolve(code);
      heard();
    });
  });
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found || ended) listeners.delete(look);
          if (found) resolve(found);
          else if (ended) reject(new Error(`${command} ended without printing ${pattern}:\n${output}`));
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      // A terminal tells the whole group; npx, told alone, would leave its command running.
      if (!ended && child.pid) process.kill(-child.pid, "SIGINT");
      return { code: await closed, output };
    },
  };
}
