import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";

/** What a command printed, both streams together, and how it ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** What a command sees: the Node that runs the tests first, and nothing of this project's own test run. */
export function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    NODE_ENV: undefined,
    NEXT_TELEMETRY_DISABLED: "1",
    CI: "1",
  };
}

/** Runs a command in a folder, on the Node that runs the tests, with nothing asked of the network but npm's packages. */
export function runCommand(folder: string, command: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: environment() });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** The same, where anything but success is a failure of the test, with all that was printed. */
export async function runOrThrow(folder: string, command: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runCommand(folder, command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}

/** Runs a script of a package that is installed in the folder. */
export function runScript(
  folder: string,
  script: string,
  args: readonly string[] = [],
): Promise<CommandResult> {
  return runCommand(folder, process.execPath, [script, ...args]);
}
