import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

/** Runtimes besides Node in which the server is run. */
export const RUNTIMES = ["bun", "deno", "workerd"] as const;
export type RuntimeName = (typeof RUNTIMES)[number];

/** Runtime that was found. */
export interface Runtime {
  readonly path: string;
  /** What it says of its version. */
  readonly version: string;
}

/** Programs within the packages for one system, of which npm installs the one that fits. Nothing of them runs on installing. */
const PROGRAMS: Readonly<Record<RuntimeName, string>> = {
  bun: "@oven/bun-*/bin/bun",
  deno: "@deno/*/deno",
  workerd: "@cloudflare/workerd-*/bin/workerd",
};

/** Looks for the runtimes in this folder's node_modules, else on the PATH. What does not start counts as missing. */
export function findRuntimes(): Partial<Record<RuntimeName, Runtime>> {
  const found = RUNTIMES.map((name): [RuntimeName, Runtime | undefined] => {
    const folder = join(import.meta.dirname, "node_modules");
    const installed = globSync(`${PROGRAMS[name]}{,.exe}`, { cwd: folder }).map((path) => join(folder, path));
    return [name, [...installed, name].map(start).find(Boolean)];
  });
  return Object.fromEntries(found.filter(([, runtime]) => runtime));
}

function start(path: string): Runtime | undefined {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  const [version] = status === 0 ? (/\d[\w.-]*/.exec(stdout) ?? []) : [];
  return version === undefined ? undefined : { path, version };
}

/** Says in a line which are there and which are missing. */
export function describeRuntimes(found: Partial<Record<RuntimeName, Runtime>>): string {
  const missing = RUNTIMES.filter((name) => !found[name]);
  const there = RUNTIMES.filter((name) => found[name]).map((name) => `${name} ${found[name]?.version}`);
  if (missing.length === 0) return `The server's tests run in ${there.join(", ")} too.`;
  const others = there.length > 0 ? `They run in ${there.join(", ")}.` : "They run in Node only.";
  return `The server's tests do not run in ${missing.join(", ")}: not here. ${others}`;
}
