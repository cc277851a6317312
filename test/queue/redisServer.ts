import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, said } from "./postgresServer.ts";

/** Whether there is a Redis to test with: an address in REDIS_URL, or the program `redis-server`. */
export const hasRedis =
  process.env.REDIS_URL !== undefined || spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis server. */
export interface RedisServer {
  readonly url: string;
  /** Kills the server and starts it again on its data; it is there if it is durable. One of REDIS_URL is left alone. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server of its own on a free port of 127.0.0.1, or takes the one of REDIS_URL.
 *
 * @param durable whether it writes each change to a file, as a server that is restarted must
 */
export async function startRedis({ durable = false } = {}): Promise<RedisServer> {
  const given = process.env.REDIS_URL;
  const nothing = () => Promise.resolve();
  if (given !== undefined) return { url: given, restart: nothing, stop: nothing };
  const directory = mkdtempSync(join(tmpdir(), "imagenode-redis-"));
  const port = await freePort();
  const settings = {
    bind: "127.0.0.1",
    save: "",
    "maxmemory-policy": "noeviction",
    appendonly: durable ? "yes" : "no",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const start = async () => {
    const started = spawn("redis-server", ["--port", String(port), ...flags], {
      cwd: directory,
      stdio: ["ignore", "pipe", "pipe"],
    });
    await said(started, "Ready to accept connections");
    return started;
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await gone;
  };
  const kill = () => void server.kill();
  process.once("exit", kill);
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await end("SIGKILL");
      server = await start();
    },
    async stop() {
      process.removeListener("exit", kill);
      await end("SIGTERM");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
