import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createProviderFetch, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { RunStore } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, never, readRun, untilEnded } from "./journalHelpers.js";
import type { createPollerModels } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
let picture: Uint8Array;
beforeAll(async () => {
  picture = await createImage(64, 64);
  pollers = await startPollers(picture);
});
afterAll(() => pollers.close());

const dispatch = () => Promise.resolve();
const setUp = () => ({ runs: memoryRunStore(), storage: memoryStorage(), dispatch });

describe("a model of the host's own", () => {
  const ORIGIN = "https://images.example.test";
  /** A model that submits and polls by a `fetch` that answers as `answer` says. */
  const custom = (answer: (request: Request) => Promise<Response> | Response, isPlain = false) =>
    ((_: string, runs: RunStore) => {
      const inner: typeof fetch = async (input, init) => answer(new Request(input, init));
      const send = isPlain ? inner : createProviderFetch({ runs, trustedOrigins: [ORIGIN], fetch: inner });
      const generate = async () => {
        await send(`${ORIGIN}/jobs`, { method: "POST", body: "{}" });
        await send(`${ORIGIN}/jobs/1`);
        return picture;
      };
      return { luma: { model: { generate } } };
    }) as unknown as typeof createPollerModels;

  it("keeps its key where a look after the image reached nobody", async () => {
    let submits = 0;
    const models = custom(({ method }) => {
      if (method === "POST") submits += 1;
      if (method === "POST") return Response.json({ id: "1" });
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("dns"), { code: "EAI_AGAIN" }) });
    });
    const limits = { timeoutMs: 1_500, lateMs: 100 };
    const process = startProcess(pollers.origin, { runs: memoryRunStore(), models, limits });
    const id = await begin(process, bodyOf("luma", "nobody"), "nobody");
    expect(await untilEnded(process, id)).toMatchObject({ status: "failed", problem: { charged: null } });
    const repeat = await process.post(bodyOf("luma", "nobody"), "nobody");
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(submits).toBe(1);
  });

  it("keeps its key where a look after the image is refused", async () => {
    let submits = 0;
    const models = ((_: string, runs: RunStore) => {
      const send = createProviderFetch({
        runs,
        trustedOrigins: [ORIGIN],
        fetch: () => Promise.resolve(Response.json({ id: "1" })),
      });
      const generate = async () => {
        submits += 1;
        await send(`${ORIGIN}/jobs`, { method: "POST", body: "{}" });
        throw Object.assign(new Error("no such job"), { statusCode: 404 });
      };
      return { luma: { model: { generate } } };
    }) as unknown as typeof createPollerModels;
    const process = startProcess(pollers.origin, { runs: memoryRunStore(), models });
    const id = await begin(process, bodyOf("luma", "refused"), "refused-look");
    expect(await untilEnded(process, id)).toMatchObject({ status: "failed", problem: { charged: null } });
    const repeat = await process.post(bodyOf("luma", "refused"), "refused-look");
    expect(repeat.headers.get("Idempotency-Replayed")).toBe("true");
    expect(submits).toBe(1);
  });

  it("is not asked again by a process whose model notes nothing", async () => {
    const shared = setUp();
    let submits = 0;
    let isHeld = false;
    const answer = async ({ method }: Request) => {
      if (method === "POST") submits += 1;
      if (method === "POST") return Response.json({ id: "1" });
      if (isHeld) return Response.json({});
      isHeld = true;
      return never() as never;
    };
    const first = startProcess(pollers.origin, { ...shared, models: custom(answer) });
    const id = await begin(first, bodyOf("luma", "rolled back"), "rolled back");
    void first.deliver(id);
    await vi.waitFor(() => expect(isHeld).toBe(true), { timeout: 10_000 });
    first.die();
    await age(shared.runs, id);
    const next = startProcess(pollers.origin, { ...shared, models: custom(answer, true) });
    await next.deliver(id);
    expect(await readRun(shared.runs, id)).toMatchObject({
      problem: { kind: "timeout", reason: "interrupted" },
    });
    expect(submits).toBe(1);
  });

  it("leaves no timer behind where its provider answers after the run was cancelled", async () => {
    const set = vi.spyOn(globalThis, "setInterval");
    const clear = vi.spyOn(globalThis, "clearInterval");
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAsked = false;
    let isAnswered = false;
    const models = custom(async ({ method }) => {
      isAsked = true;
      if (method === "POST") await released;
      isAnswered ||= method === "GET";
      return Response.json({ id: "1" });
    });
    const process = startProcess(pollers.origin, { runs: memoryRunStore(), models });
    const id = await begin(process, bodyOf("luma", "cancelled"), "cancelled-submit");
    await vi.waitFor(() => expect(isAsked).toBe(true), { timeout: 10_000 });
    await process.cancel(id);
    await untilEnded(process, id);
    release();
    await vi.waitFor(() => expect(isAnswered).toBe(true), { timeout: 10_000 });
    const cleared = clear.mock.calls.map(([timer]) => timer);
    const left = set.mock.results.filter(({ value }) => !cleared.includes(value as never));
    expect(left).toEqual([]);
    vi.restoreAllMocks();
  });
});
