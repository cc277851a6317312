import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const CLI = `${root}node_modules/storybook/dist/bin/dispatcher.js`;

export interface RunningStorybook {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface StartedStorybook extends RunningStorybook {
  /** Other machines that its process tried to reach. */
  strangers(): readonly string[];
}

/** A port of this machine that nothing listens on at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Serves Storybook as `npm start` does, on a free port, and waits until it answers. */
export async function startStorybook(): Promise<StartedStorybook> {
  const port = await findFreePort();
  const directory = mkdtempSync(join(tmpdir(), "image-node-storybook-"));
  const connections = join(directory, "connections.txt");
  writeFileSync(connections, "");
  const watch = pathToFileURL(`${root}test/storybook/watchConnections.ts`).href;
  const args = [
    "dev",
    "--port",
    String(port),
    "--exact-port",
    "--host",
    "127.0.0.1",
    "--no-version-updates",
    "--ci",
  ];
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: root,
    // A group of its own, so that stopping reaches what it starts. Vitest's NODE_ENV would serve React's test build.
    detached: true,
    env: {
      ...process.env,
      NODE_ENV: "development",
      VITEST: undefined,
      NODE_OPTIONS: `--import ${watch}`,
      STORYBOOK_CONNECTIONS_FILE: connections,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const strangers = () => readFileSync(connections, "utf8").split("\n").filter(Boolean);
  const stop = async () => {
    await stopGroup(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await waitUntilAnswers(`${url}/index.json`, child);
  } catch (cause) {
    await stop();
    throw new Error(`Storybook did not start:\n${output}`, { cause });
  }
  return { url, strangers, stop };
}

async function waitUntilAnswers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 150_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    if (Date.now() > deadline) throw new Error("It gave no answer within 150 s.");
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return Promise.resolve();
  const group = -child.pid;
  return new Promise((resolve) => {
    const force = setTimeout(() => process.kill(group, "SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    process.kill(group, "SIGTERM");
  });
}
