import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { Redis } from "ioredis";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgresRunStore, redisRunStore } from "image-generation-node/server/queue";
import type { SharedRunStore } from "image-generation-node/server/queue";
import { body, createTestBackend } from "../server/testBackend.js";
import { freePort } from "./postgresServer.js";

/** A server that takes connections and never says a word. */
async function startSilence(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const quiet = () => undefined;
const STORES: Readonly<Record<string, (port: number) => SharedRunStore>> = {
  postgresRunStore(port) {
    const pool = new pg.Pool({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
    return postgresRunStore({ pool, onError: quiet });
  },
  redisRunStore(port) {
    const redis = new Redis({ host: "127.0.0.1", port });
    onTestFinished(() => redis.disconnect());
    return redisRunStore({ redis, onError: quiet });
  },
};

describe.each(Object.entries(STORES))("%s", (_, open) => {
  it.each([
    ["says nothing", startSilence],
    ["is not there", freePort],
  ])("answers as overloaded, with the charge left open, when its server %s", async (__, findPort) => {
    const runs = open(await findPort());
    const reports: unknown[] = [];
    const onError = (report: unknown) => void reports.push(report);
    const backend = createTestBackend({ runs, hooks: { onError } });
    const answers = await Promise.all([
      backend.post("/generations", body(), { "Idempotency-Key": "one" }),
      backend.get("/generations/gen_1"),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get("Retry-After")).toBe("5");
      expect(await answer.json()).toMatchObject({ kind: "overloaded", charged: null, retryable: true });
    }
    expect(reports).toHaveLength(2);
    expect(backend.images).toEqual([]);
  });
});
