import { spawn } from "node:child_process";

/** Runs a program of the project in its folder, hands on all that it prints, and tells whether it succeeded. */
export function runCommand(
  root: string,
  [program = "", ...args]: readonly string[],
  write: (text: string) => void,
): Promise<boolean> {
  const tool = program === "npm" ? "npm" : `${root}node_modules/.bin/${program}`;
  const colors = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};
  return new Promise((resolve) => {
    const child = spawn(tool, args, {
      cwd: root,
      env: { ...process.env, ...colors },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => write(text));
    }
    child.once("error", (error) => {
      write(`${error.message}\n`);
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
}
