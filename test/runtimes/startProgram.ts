import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startCommand } from "../package/background.js";
import { freePort } from "../package/freePort.js";
import { bundleWorker } from "./bundleWorker.js";
import type { RuntimeName } from "./findRuntimes.js";
import type { Settings } from "./program/createBackend.js";

/** Program of the tests that runs in a runtime. */
export interface Program {
  /** Addresses of its handlers: of workerd one with Node's modules and one without, else one. */
  readonly urls: readonly string[];
  stop(): Promise<unknown>;
}

/** Surroundings of a program. */
export interface Surroundings {
  /** App that has this package installed. */
  readonly app: string;
  /** Program of the runtime. */
  readonly path: string;
  /** Origin of the fake provider. */
  readonly provider: string;
  /** File with the certificate that is trusted besides. */
  readonly certificate: string;
}

/** Copies the program into an app, so that it finds the packages there, and tells its folder. */
export function copyProgram(app: string): string {
  const folder = join(app, "program");
  cpSync(join(import.meta.dirname, "program"), folder, { recursive: true });
  return folder;
}

/** Starts the program in a runtime. */
export async function startProgram(name: RuntimeName, surroundings: Surroundings): Promise<Program> {
  copyProgram(surroundings.app);
  return name === "workerd" ? startWorkers(surroundings) : startScript(name, surroundings);
}

async function makeSettings({ app, provider }: Surroundings): Promise<Settings> {
  const folder = join(app, "images");
  mkdirSync(folder, { recursive: true });
  return {
    PUBLIC_URL: `http://127.0.0.1:${await freePort()}/api/image-node`,
    PROVIDER: provider,
    FOLDER: folder,
  };
}

/**
 * Deno asks nobody and fetches no code. It reads its own folder, writes images, and loads the library of `sharp`, which asks
 * the system as Node's https does.
 */
const DENO = [
  ...["run", "--no-prompt", "--no-remote", "--cached-only", "--no-lock", "--node-modules-dir=manual"],
  ...["--allow-net=127.0.0.1", "--allow-read=.", "--allow-write=images", "--allow-ffi=node_modules"],
  ...["--allow-sys", "--allow-env=NODE_EXTRA_CA_CERTS", "--ignore-env"],
];

async function startScript(name: "bun" | "deno", surroundings: Surroundings): Promise<Program> {
  const { app, path, certificate } = surroundings;
  const settings = await makeSettings(surroundings);
  const script = `program/${name}.ts`;
  const args = name === "deno" ? [...DENO, script, JSON.stringify(settings)] : [script];
  const variables = {
    NODE_EXTRA_CA_CERTS: certificate,
    DENO_DIR: join(app, ".deno"),
    DENO_NO_UPDATE_CHECK: "1",
    DO_NOT_TRACK: "1",
    NO_COLOR: "1",
  };
  const process = startCommand(app, path, args, { ...settings, ...variables });
  await process.printed(/listening/);
  return { urls: [settings.PUBLIC_URL], stop: process.stop };
}

/** Flags of the two workers: what comes from Node is off by default until 2026-08-04. */
const WORKERS = { without: [], with: ["nodejs_compat"] };

async function startWorkers(surroundings: Surroundings): Promise<Program> {
  const { app, path } = surroundings;
  const folder = join(app, "worker");
  mkdirSync(folder, { recursive: true });
  const { code } = await bundleWorker(app, "program/workerd.ts");
  writeFileSync(join(folder, "worker.js"), code);
  const workers = await Promise.all(
    Object.entries(WORKERS).map(async ([worker, flags]) => {
      const settings = await makeSettings(surroundings);
      const bindings = Object.entries(settings).map(
        ([key, value]) => `(name = "${key}", text = ${JSON.stringify(value)})`,
      );
      const flagged = `compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join()}]`;
      const { host } = new URL(settings.PUBLIC_URL);
      return {
        url: settings.PUBLIC_URL,
        service: `(name = "${worker}", worker = (
          modules = [(name = "worker.js", esModule = embed "worker.js")],
          compatibilityDate = "2025-09-01", ${flagged}, bindings = [${bindings.join(", ")}]))`,
        socket: `(name = "${worker}", address = "${host}", http = (), service = "${worker}")`,
      };
    }),
  );
  const services = [
    ...workers.map(({ service }) => service),
    '(name = "internet", network = (allow = ["local"]))',
  ];
  const config = `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [${services.join(", ")}],
      sockets = [${workers.map(({ socket }) => socket).join(", ")}]);`;
  writeFileSync(join(folder, "config.capnp"), config);
  const process = startCommand(folder, path, ["serve", "config.capnp", "--control-fd=1"]);
  for (const worker of Object.keys(WORKERS)) await process.printed(new RegExp(`"socket":"${worker}"`));
  return { urls: workers.map(({ url }) => url), stop: process.stop };
}
