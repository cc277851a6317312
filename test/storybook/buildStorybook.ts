import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { CLI, root } from "./startStorybook.js";

/** Builds the static Storybook, once for all files of a run, and resolves with its folder. */
export async function buildStorybook(): Promise<string> {
  const folder = inject("storybookFolder");
  const pages = join(folder, "pages");
  const result = join(folder, "result");
  if (isFirst(folder)) {
    const failure = await build(pages).then(
      () => "",
      (error: unknown) => String(error),
    );
    writeFileSync(result, failure);
  }
  while (!existsSync(result)) await new Promise((resolve) => setTimeout(resolve, 100));
  const failure = readFileSync(result, "utf8");
  if (failure) throw new Error(failure);
  return pages;
}

/** Whether no other file of this run builds already. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, "claimed"));
    return true;
  } catch {
    return false;
  }
}

function build(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [CLI, "build", "--output-dir", folder, "--disable-telemetry", "--quiet"],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`storybook build ended with ${code}:\n${output}`)),
    );
  });
}
