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
  stop(): Promise<void>;
}

/** Starts a server of its own on a free port of 127.0.0.1, or takes the one of REDIS_URL. */
export async function startRedis(): Promise<RedisServer> {
  const given = process.env.REDIS_URL;
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const directory = mkdtempSync(join(tmpdir(), "imagenode-redis-"));
  const port = await freePort();
  const server = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--maxmemory-policy", "noeviction"],
    { cwd: directory, stdio: ["ignore", "pipe", "pipe"] },
  );
  const kill = () => void server.kill();
  process.once("exit", kill);
  await said(server, "Ready to accept connections");
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      process.removeListener("exit", kill);
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
