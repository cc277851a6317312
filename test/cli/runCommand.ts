import type { Shell } from "../../src/cli/Shell.js";

type Command = (args: readonly string[], shell: Shell) => Promise<number>;

/** Starts a command. `printed` waits for a text to be printed; `stop` is what Ctrl+C does. */
export function runCommand(command: Command, ...args: readonly string[]) {
  let output = "";
  let stop: () => void = () => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const shell: Shell = { print: (text) => void (output += text), untilStopped: () => stopped };
  const code = command(args, shell);
  const printed = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      await Promise.race([code, new Promise((resolve) => setTimeout(resolve, 10))]);
    }
  };
  return { code, stop, printed, output: () => output };
}
