import { connect, createServer } from "node:net";
import { Queue, createPostgresBackend } from "bullmq";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { uploadSchema } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { GenerateImageRequest } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
  postgresRunStore,
} from "image-generation-node/server/queue";
import type { GenerationConsumerOptions, SharedRunStore } from "image-generation-node/server/queue";
import { createPng } from "image-generation-node/testing";
import { small, statusOf } from "../server/runHelpers.js";
import { queued } from "../server/runStoreSuite.js";
import { BASE, body, createTestBackend, readEvents, succeed, until } from "../server/testBackend.js";
import { freePort, startPostgres } from "./postgresServer.js";
import type { PostgresServer } from "./postgresServer.js";

let server: PostgresServer;
let pool: pg.Pool;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startPostgres();
  pool = new pg.Pool({ connectionString: server.url, max: 10 });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

type Generate = (request: GenerateImageRequest) => Promise<Uint8Array>;

/** A handler and a worker that share nothing but the database and the images. */
function createDeployment(generate: Generate = small, options: Partial<GenerationConsumerOptions> = {}) {
  const engine = { postgres: server.url };
  const name = `test-${crypto.randomUUID()}`;
  const storage = memoryStorage();
  const open = (): SharedRunStore => postgresRunStore({ pool });
  const models = { "test/painter": { provider: "test", model: { generate }, references: { max: 1 } } };
  const queue = createGenerationQueue({ engine, name, ...options });
  closers.push(() => queue.close());
  const shared = { imageModels: models, storage, references: true } as const;
  const backend = createTestBackend({ ...shared, runs: open(), dispatch: queue.dispatch });
  const worker = createGenerationWorker({
    ...shared,
    runs: open(),
    publicUrl: BASE,
    hooks: { onError: () => undefined },
  });
  const consume = async () => {
    const consumer = await consumeGenerations(worker, { engine, name, ...options });
    closers.push(() => consumer.close());
    return consumer;
  };
  return { name, backend, worker, consume, open, storage };
}

const start = async (backend: ReturnType<typeof createTestBackend>, headers = {}) => {
  const response = await backend.post("/generations", body(), { Prefer: "respond-async", ...headers });
  return ((await response.json()) as { id: string }).id;
};

describe("a handler with the queue", () => {
  it("answers with what a worker drew, under a link of its own", async () => {
    const { backend, consume } = createDeployment();
    await consume();
    const { output } = await succeed(await backend.post("/generations", body()));
    expect((await backend.get(output.imageUrl)).status).toBe(200);
  });

  it("streams what a worker does, with one end", async () => {
    const { backend, consume } = createDeployment();
    await consume();
    const response = await backend.post("/generations", body(), { Accept: "text/event-stream" });
    const events = (await readEvents(response)).map(({ event, data }) =>
      event === "stage" ? `${data.stage} ${data.status}` : event,
    );
    expect(events).toEqual([
      "started",
      "prompt",
      "image started",
      "image completed",
      "store started",
      "store completed",
      "result",
    ]);
  });

  it("gives the engine the generation's id and nothing else", async () => {
    const { backend, name, open } = createDeployment();
    const id = await start(backend);
    const queue = new Queue(name, { connection: server.url }, createPostgresBackend);
    closers.push(() => queue.close());
    const job = await queue.getJob(id);
    expect(job?.data).toEqual({ id });
    expect(job?.opts).toMatchObject({ removeOnComplete: true, removeOnFail: true });
    expect(id).toMatch(/^gen_[\w-]+$/);
    expect((await open().find(id))?.request).toBe(JSON.stringify(body()));
  });

  it("cancels a generation that a worker is drawing", async () => {
    let aborted = false;
    const { backend, consume } = createDeployment(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            aborted = true;
            reject(signal.reason as Error);
          });
        }),
    );
    await consume();
    const id = await start(backend);
    await until(async () => (await statusOf(backend, id)).stage === "image");
    await backend.remove(`/generations/${id}`);
    await until(() => aborted);
    expect(await statusOf(backend, id)).toMatchObject({ status: "cancelled", problem: { charged: null } });
  });

  it("refuses as overloaded, and frees the key, when the engine cannot be reached", async () => {
    const port = await freePort();
    const engine = { postgres: `postgres://postgres@127.0.0.1:${port}/postgres` };
    const queue = createGenerationQueue({ engine, onError: () => undefined });
    closers.push(() => queue.close().catch(() => undefined));
    const backend = createTestBackend({ runs: postgresRunStore({ pool }), dispatch: queue.dispatch });
    const send = (headers = {}) =>
      backend.post("/generations", body(), { "Idempotency-Key": "one", ...headers });
    const response = await send();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ kind: "overloaded", charged: false });

    // As soon as the engine is back, the same key goes through.
    const way = createServer((socket) => {
      const there = connect(Number(new URL(server.url).port), "127.0.0.1");
      socket.pipe(there).pipe(socket);
      socket.on("error", () => there.destroy());
      there.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve) => way.listen(port, "127.0.0.1", resolve));
    expect((await send({ Prefer: "respond-async" })).status).toBe(202);
    await queue.close();
    await new Promise((resolve) => way.close(resolve));
  });

  it("does not begin to consume when the engine cannot be reached", async () => {
    const { worker } = createDeployment();
    const engine = { postgres: `postgres://postgres@127.0.0.1:${await freePort()}/postgres` };
    await expect(consumeGenerations(worker, { engine, onError: () => undefined })).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });

  it("lets a provider have no more than its limit", async () => {
    const times: number[] = [];
    const durationMs = 3_000;
    const providerLimits = { test: { max: 2, durationMs } };
    const generate: Generate = () => {
      times.push(Date.now());
      return small();
    };
    const { backend, consume } = createDeployment(generate, { providerLimits });
    await consume();
    const sentAt = Date.now();
    const answers = await Promise.all(Array.from({ length: 4 }, () => backend.post("/generations", body())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // The span begins after this moment, so that a slow machine only lengthens it.
    expect((times[2] ?? 0) - sentAt).toBeGreaterThanOrEqual(durationMs);
  });

  it("waits for what it took when it stops, and takes no more", async () => {
    let finish: (bytes: Uint8Array) => void = () => undefined;
    let begun = 0;
    const { backend, consume } = createDeployment(
      () => {
        begun += 1;
        return new Promise((resolve) => (finish = resolve));
        // With one place, no look for the next job is under way when it stops.
      },
      { concurrency: 1 },
    );
    const consumer = await consume();
    const id = await start(backend);
    await until(() => begun === 1);
    const closed = consumer.close();
    const waiting = await start(backend);
    finish(await small());
    await closed;
    expect(await statusOf(backend, id)).toMatchObject({ status: "succeeded" });
    expect(await statusOf(backend, waiting)).toMatchObject({ status: "queued" });
    expect(begun).toBe(1);
  });
});

describe("createGenerationWorker", () => {
  it("draws once, however often and wherever the same id is delivered", async () => {
    let calls = 0;
    const { backend, worker, open } = createDeployment(async () => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return small();
    });
    const id = await start(backend);
    await Promise.all([worker.execute(id), worker.execute(id), worker.execute(id)]);
    await worker.execute(id);
    expect(calls).toBe(1);
    expect(await open().find(id)).toMatchObject({ request: null });
  });

  it("ends a generation as a timeout that may be charged when it was drawn before", async () => {
    const { backend, worker, open } = createDeployment(() => Promise.reject(new Error("called again")));
    const id = await start(backend);
    const run = await open().find(id);
    const patch = { status: "running", imageStartedAt: Date.now(), abandonedAt: Date.now() } as const;
    await open().update(run?.scope ?? "", id, run?.revision ?? 0, patch);
    await worker.execute(id);
    expect(await statusOf(backend, id)).toMatchObject({
      status: "failed",
      problem: { kind: "timeout", charged: null },
    });
  });

  it("ends a generation as overloaded when it waited too long", async () => {
    const { worker, open } = createDeployment();
    const { run } = await open().create(queued({ createdAt: Date.now() - 31_000, request: "{}" }));
    await worker.execute(run.id);
    expect(await open().find(run.id)).toMatchObject({ problem: { kind: "overloaded", charged: false } });
    expect(await open().findByKey(run.scope, run.key)).toBeNull();
  });

  it("leaves an id alone that nobody knows", async () => {
    await expect(createDeployment().worker.execute("gen_unknown")).resolves.toBeUndefined();
  });

  it("says so when the run store does not answer", async () => {
    const { worker } = createDeployment();
    const gone = new pg.Pool({ host: "127.0.0.1", port: await freePort() });
    const runs = postgresRunStore({ pool: gone });
    const options = { imageModels: {}, storage: memoryStorage(), limits: { maxQueueMs: 1_000 } };
    const lost = createGenerationWorker({ ...options, runs, publicUrl: BASE });
    await expect(lost.execute("gen_1")).rejects.toMatchObject({
      kind: "overloaded",
      cause: { code: "ECONNREFUSED" },
    });
    await worker.settled();
    await gone.end();
  });
});

describe("a generation with a picture", () => {
  const bytes = createPng({ width: 24, height: 16 });
  /** A deployment and the id of a picture that was uploaded to its handler. */
  const upload = async (generate: Generate = small) => {
    const deployment = createDeployment(generate);
    const headers = { "Content-Type": "image/png", "Idempotency-Key": "picture" };
    const sent = new Request(`${BASE}/attachments`, { method: "POST", headers, body: bytes });
    const { attachmentId } = uploadSchema.parse(await (await deployment.backend.handler(sent)).json());
    return { ...deployment, request: body({ references: [{ attachmentId }] }), attachmentId };
  };

  it("gets its bytes in the worker, through the engine as an id", async () => {
    const asked: GenerateImageRequest[] = [];
    const { backend, consume, request, attachmentId } = await upload((call) => {
      asked.push(call);
      return small();
    });
    await consume();
    const { references } = await succeed(await backend.post("/generations", request));
    expect(references).toEqual([{ attachmentId, mimeType: "image/png", width: 24, height: 16 }]);
    expect(asked[0]?.references).toMatchObject([{ attachmentId, width: 24, height: 16 }]);
  });

  it("ends as attachment_deleted, with nothing charged, when it was deleted before the worker's turn", async () => {
    const { backend, worker, storage, request, attachmentId } = await upload(() =>
      Promise.reject(new Error("was called")),
    );
    const accepted = await backend.post("/generations", request, { Prefer: "respond-async" });
    const { id } = (await accepted.json()) as { id: string };
    await storage.delete?.(attachmentId);
    await worker.execute(id);
    expect(await statusOf(backend, id)).toMatchObject({
      status: "failed",
      problem: {
        kind: "attachment_deleted",
        charged: false,
        errors: [{ pointer: "#/config/references/0", code: "attachment_deleted" }],
      },
    });
  });
});
