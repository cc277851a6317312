import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue, createPostgresBackend } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunRecord } from "image-generation-node/server";
import { buildProgram } from "./machines/buildProgram.js";
import { generateWhatever, readStatus, widthOf } from "./machines/generateWhatever.js";
import { startCounter } from "./machines/startCounter.js";
import { freePort, said, startPostgres } from "./postgresServer.js";
import { hasRedis, startRedis } from "./redisServer.js";

/**
 * More, and the default times, for a long run: SOAK_GENERATIONS=5000. A worker that is only slow must not count as dead:
 * shorter times than these would ask that of a busy machine.
 */
const COUNT = Number(process.env.SOAK_GENERATIONS ?? 200);
const TIMES = process.env.SOAK_GENERATIONS === undefined ? { LOCK_MS: "6000", STALLED_MS: "2000" } : {};

interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

/** What is left in the engine and of the requests when all is over. */
type Leftovers = (url: string) => Promise<{ jobs: number; requests: unknown[] }>;

function describeMachines(start: () => Promise<Database>, countLeftovers: Leftovers): void {
  let program = "";
  let database: Database;
  const pictures = mkdtempSync(join(tmpdir(), "imagenode-pictures-"));
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    [program, database] = await Promise.all([buildProgram(), start()]);
  });
  afterAll(async () => {
    for (const child of processes) child.kill("SIGKILL");
    await database.stop();
    rmSync(pictures, { recursive: true, force: true });
  });

  it(
    "ends each generation once, pays for none twice and loses no picture",
    { timeout: 240_000 + COUNT * 100 },
    async () => {
      const ports = await Promise.all([freePort(), freePort()]);
      const bases = ports.map((port) => `http://127.0.0.1:${port}/api`);
      const run = async (role: "handler" | "worker", port = 0) => {
        const env = {
          ...process.env,
          ...TIMES,
          DATABASE: database.url,
          PICTURES: pictures,
          COUNTER: counter.url,
          PUBLIC_URL: bases[0],
          PORT: String(port),
        };
        const child = spawn(process.execPath, [program, role], { env, stdio: ["ignore", "pipe", "pipe"] });
        processes.push(child);
        await said(child, "ready");
        return child;
      };

      let restarted: Promise<ChildProcess> | undefined;
      let callsOfVictim = 0;
      const counter = await startCounter(({ pid }, calls) => {
        // While it waits for this very call.
        if (pid === victim.pid && (callsOfVictim += 1) === Math.ceil(COUNT / 20)) victim.kill("SIGKILL");
        if (calls.length !== Math.ceil(COUNT / 2)) return;
        second.kill("SIGKILL");
        restarted = run("handler", ports[1]);
      });
      const [, second, victim] = await Promise.all([
        run("handler", ports[0]),
        run("handler", ports[1]),
        run("worker"),
        run("worker"),
        run("worker"),
      ]);

      const seen = await inParallel(COUNT, 60, (index) => generateWhatever(bases, index));
      await restarted;

      expect(victim.signalCode).toBe("SIGKILL");
      expect(second.signalCode).toBe("SIGKILL");
      expect(new Set(seen.map(({ id }) => id)).size).toBe(COUNT);

      const callsByPrompt = new Map<string, number>();
      for (const { prompt } of counter.calls) callsByPrompt.set(prompt, (callsByPrompt.get(prompt) ?? 0) + 1);
      expect([...callsByPrompt].filter(([, count]) => count > 1)).toEqual([]);

      // A handler took the picture of some, and whichever worker drew has read it.
      const widths = new Map(counter.calls.map((call) => [call.prompt, call.widths]));
      const drawn = seen.map((_, index) => index).filter((index) => widths.has(seen[index]?.prompt ?? ""));
      expect(drawn.map((index) => widths.get(seen[index]?.prompt ?? ""))).toEqual(
        drawn.map((index) => [widthOf(index) ?? []].flat()),
      );

      const ends = await inParallel(COUNT, 20, (index) => readStatus(bases[1] ?? "", seen[index]?.id ?? ""));
      const lost = ends.filter(({ status }) => status !== "succeeded");
      expect(lost.length).toBeGreaterThan(0);
      expect(lost.length).toBeLessThanOrEqual(6);
      for (const { problem } of lost) expect(problem).toMatchObject({ kind: "timeout", charged: null });

      const shown = ends.flatMap(({ output, late }) => [output, late?.output].filter((made) => made != null));
      expect(shown.length).toBeGreaterThanOrEqual(COUNT - lost.length);
      const uploads = new Set(seen.map(({ picture }) => `${picture}.json`));
      // An image's card is written last: one without was being stored when its worker was killed.
      const stored = readdirSync(pictures).filter((name) => name.endsWith(".json") && !uploads.has(name));
      expect(stored.length).toBeGreaterThanOrEqual(COUNT - lost.length);
      const ids = new Set(shown.map(({ attachmentId }) => `${attachmentId}.json`));
      expect(stored.filter((name) => !ids.has(name))).toEqual([]);
      const answers = await inParallel(shown.length, 20, async (index) => {
        const response = await fetch(shown[index]?.imageUrl ?? "");
        await response.arrayBuffer();
        return response.status;
      });
      expect(answers.filter((status) => status !== 200)).toEqual([]);

      // The same keys again are answered with the same ends, and nothing is drawn.
      const paid = counter.calls.length;
      const again = await inParallel(20, 20, (index) => generateWhatever(bases, index));
      expect(again.map(({ id }) => id)).toEqual(seen.slice(0, 20).map(({ id }) => id));
      expect(counter.calls.length).toBe(paid);
      expect(await countLeftovers(database.url)).toEqual({ jobs: 0, requests: [] });
      await counter.stop();
    },
  );
}

/** Does many things, some at once; results in order. */
async function inParallel<Result>(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

/** The runs that still hold their request. */
const requestsOf = (records: string[]) =>
  records.map((record) => JSON.parse(record) as RunRecord).filter(({ request }) => request !== null);
const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("two handlers and three workers over PostgreSQL, one of each killed", () => {
  describeMachines(startPostgres, async (url) => {
    const queue = new Queue("image-generations", { connection: url }, createPostgresBackend);
    const jobs = sum(await queue.getJobCounts());
    await queue.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ record: string }>("SELECT record FROM image_generation_node.runs");
    await client.end();
    return { jobs, requests: requestsOf(rows.map(({ record }) => record)) };
  });
});

function describeRedisMachines() {
  describeMachines(startRedis, async (url) => {
    const queue = new Queue("image-generations", { connection: { url } });
    const jobs = sum(await queue.getJobCounts());
    await queue.close();
    const redis = new Redis(url);
    const places = await redis.keys("image-generation-node:run:*");
    const records = await Promise.all(places.map((place) => redis.get(place)));
    redis.disconnect();
    return { jobs, requests: requestsOf(records.map((record) => record?.replace(/^\d+:/, "") ?? "null")) };
  });
}

if (hasRedis)
  describe("two handlers and three workers over Redis, one of each killed", describeRedisMachines);
