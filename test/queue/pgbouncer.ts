import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, said } from "./postgresServer.js";

/** The user `nobody`, which every Linux has: pgbouncer refuses to run as root. */
const NOBODY = 65534;

/** Whether the program `pgbouncer` is there to test with. */
export const hasPgBouncer = spawnSync("pgbouncer", ["--version"]).status === 0;

/** A proxy in front of PostgreSQL. */
export interface PgBouncer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How a {@link PgBouncer} lends the server's connections. */
export interface PgBouncerOptions {
  readonly mode: "session" | "transaction" | "statement";
  /** Startup parameters that it drops; it refuses the others that it does not know. */
  readonly ignored?: string;
  /** Connections of the server, at most. */
  readonly size?: number;
  /** Whether it uses them by turns. */
  readonly byTurns?: boolean;
}

/** Starts a pgbouncer on a free port of 127.0.0.1, in front of the server of this URL. */
export async function startPgBouncer(url: string, options: PgBouncerOptions): Promise<PgBouncer> {
  const { mode, ignored = "", size = 20, byTurns = false } = options;
  const directory = mkdtempSync(join(tmpdir(), "imagenode-pgbouncer-"));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const settings = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "any",
    pool_mode: mode,
    default_pool_size: size,
    server_round_robin: byTurns ? 1 : 0,
    ignore_startup_parameters: ignored,
  };
  const file = join(directory, "pgbouncer.ini");
  writeFileSync(
    file,
    [
      "[databases]",
      `postgres = host=127.0.0.1 port=${new URL(url).port} user=postgres`,
      "[pgbouncer]",
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    ].join("\n"),
  );
  const proxy = spawn("pgbouncer", [file], {
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
    ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const kill = () => void proxy.kill("SIGKILL");
  process.once("exit", kill);
  await said(proxy, "process up");
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.removeListener("exit", kill);
      const gone = new Promise((resolve) => proxy.once("exit", resolve));
      proxy.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
