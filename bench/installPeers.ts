import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Whether the packages of `bench/package-lock.json` are installed as it names them. */
export function hasPeers(): boolean {
  const writtenAt = (path: string) => statSync(`${FOLDER}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return writtenAt("node_modules/.package-lock.json") >= writtenAt("package-lock.json");
}

/** Installs the peers that are measured where they are missing, and checks the types of what imports them. */
export function installPeers(): void {
  if (!hasPeers()) run("npm", ["ci", "--no-audit", "--no-fund"], FOLDER);
  mkdirSync(`${ROOT}.cache/bench`, { recursive: true });
  const info = `${ROOT}.cache/bench/types.tsbuildinfo`;
  run(`${ROOT}node_modules/.bin/tsc`, ["-p", FOLDER, "--incremental", "--tsBuildInfoFile", info], ROOT);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${cwd}.`);
}
