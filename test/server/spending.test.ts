import { describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { Reservation, SpendingOptions } from "image-generation-node/server";
import { openAccount } from "./openAccount.js";
import { failure, small, statusOf } from "./runHelpers.js";
import { body, createTestBackend, readEvents, succeed, until } from "./testBackend.js";

const AUTO = { prompt: { mode: "auto" as const } };
const ASYNC = { Prefer: "respond-async" };
const PRICE = [{ currency: "USD", min: "0.04", max: "0.04" }];

describe("a run of a handler with `spending`", () => {
  it("is reserved before a model is called, and settled once with what it used", async () => {
    const { spending, requests, settlements } = openAccount();
    const runs = memoryRunStore();
    const seen: unknown[] = [];
    const backend = createTestBackend({
      spending,
      runs,
      generate: async () => {
        seen.push((await runs.get("workspace", requests[0]?.id ?? ""))?.spending);
        return small();
      },
    });
    const { id, usage } = await succeed(await backend.post("/generations", body()));
    await until(() => settlements.length === 1);
    expect(requests).toEqual([
      {
        scope: "workspace",
        subject: "user",
        id,
        imageModel: "test/painter",
        promptModel: null,
        estimate: PRICE,
        settings: {},
        context: body().context,
      },
    ]);
    expect(seen).toMatchObject([{ state: "open", token: `token of ${id}` }]);
    expect(settlements).toEqual([
      { token: `token of ${id}`, id, scope: "workspace", charged: true, usage, price: PRICE },
    ]);
    await until(async () => (await runs.get("workspace", id))?.spending?.state === "closed");
    expect(await runs.openReservations?.(Number.POSITIVE_INFINITY, 10)).toEqual([]);
  });

  it("reserves nothing for what is refused or repeated", async () => {
    const { spending, requests, settlements } = openAccount();
    let isLimited = false;
    const backend = createTestBackend({
      spending,
      rateLimit: () => (isLimited ? {} : null),
      generate: small,
    });
    const send = (request: unknown, headers = {}) => backend.post("/generations", request, headers);
    const refused = [
      await send(body(), { "X-Scope": "nobody" }),
      await send("{"),
      await send(body({ prompt: { template: "{{ gone.output }}" } })),
      await send(body({ imageModel: "test/unknown" })),
      await backend.post("/prompts", body(AUTO)),
    ];
    isLimited = true;
    refused.push(await send(body()));
    isLimited = false;
    expect(refused.map(({ status }) => status)).toEqual([401, 400, 422, 422, 200, 429]);
    expect(requests).toEqual([]);
    const key = { "Idempotency-Key": "one" };
    const answers = [await send(body(), key), await send(body(), key), await send(body(AUTO), key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422]);
    await until(() => settlements.length === 1);
    expect(requests).toHaveLength(1);
  });

  it("asks for a subject, which the account may go by", async () => {
    const { spending } = openAccount();
    const nobody = { scope: "workspace" } as unknown as { scope: string; subject: string };
    const backend = createTestBackend({ spending, authorize: () => nobody });
    expect((await backend.get("/catalog")).status).toBe(500);
  });

  it.each(["", "text/event-stream"])(
    "makes as many images as there are credits, and refuses the rest (Accept: %s)",
    async (accept) => {
      const { spending, settlements } = openAccount(2);
      const dispatch = vi.fn(async () => undefined);
      const backend = createTestBackend({ spending, generate: small });
      for (const _ of "12") await succeed(await backend.post("/generations", body()));
      const headers = { Accept: accept, "Idempotency-Key": "poor" };
      const response = await backend.post("/generations", body(), headers);
      expect(response.status).toBe(402);
      const { id, ...problem } = (await response.json()) as { id: string };
      expect(problem).toMatchObject({ kind: "credits_exhausted", charged: false, retryable: false });
      expect(await statusOf(backend, id)).toMatchObject({ status: "failed" });
      expect((await backend.post("/generations", body(), headers)).status).toBe(402);
      await until(() => settlements.length === 2);
      expect(backend.images).toHaveLength(2);

      const handing = createTestBackend({ spending, dispatch });
      expect((await handing.post("/generations", body(), ASYNC)).status).toBe(402);
      expect(dispatch).not.toHaveBeenCalled();
    },
  );

  it("lets a loop of 10,000 make what its credits are for", async () => {
    const { spending, settlements } = openAccount(100);
    const backend = createTestBackend({ spending, generate: small, toPng: async (bytes) => bytes });
    const kinds = new Map<string, number>();
    for (let index = 0; index < 10_000; index += 1) {
      const response = await backend.post("/generations", body());
      const { kind = "made" } = response.ok ? {} : ((await response.json()) as { kind: string });
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(kinds)).toEqual({ made: 100, credits_exhausted: 9_900 });
    await until(() => settlements.length === 100);
    expect(backend.images).toHaveLength(100);
  }, 60_000);

  it.each([
    [{ ok: false, kind: "rate_limited" }, 429, { kind: "rate_limited", retryAfterMs: 5_000 }],
    [
      { ok: false, kind: "rate_limited", retryAfterMs: 90_000 },
      429,
      { kind: "rate_limited", retryAfterMs: 90_000, charged: false },
    ],
    [
      { ok: false, kind: "forbidden", message: "Only the finance team may draw." },
      403,
      { kind: "forbidden", detail: "Only the finance team may draw.", charged: false },
    ],
  ] as [Reservation, number, object][])(
    "is refused as the host says: %o",
    async (answer, status, problem) => {
      const settle = vi.fn();
      const onGeneration = vi.fn();
      const backend = createTestBackend({
        spending: { reserve: () => answer, settle },
        hooks: { onGeneration },
      });
      const response = await backend.post("/generations", body());
      expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(problem)]);
      expect(settle).not.toHaveBeenCalled();
      expect(onGeneration).toHaveBeenCalledWith(
        expect.objectContaining({ status: "failed", charged: false }),
      );
      expect(backend.images).toEqual([]);
    },
  );

  it.each([
    ["throws", () => Promise.reject(new Error("The books are closed.")), /books are closed/],
    ["answers with nothing", () => undefined, /a value of type undefined/],
    ["gives no token", () => ({ ok: true }), /`token` that is no text/],
    ["gives a token that no run keeps", () => ({ ok: true, token: "x".repeat(1_001) }), /1001 characters/],
    ["refuses as something else", () => ({ ok: false, kind: "timeout" }), /`kind` that refuses nothing/],
    ["says neither", () => ({ token: "t" }), /neither true nor false/],
  ])("is refused, and the host told, when `reserve` %s", async (_, answer, message) => {
    const settle = vi.fn();
    const onError = vi.fn();
    const reserve = answer as unknown as SpendingOptions["reserve"];
    const backend = createTestBackend({ spending: { reserve, settle }, hooks: { onError } });
    const key = { "Idempotency-Key": "one" };
    const response = await backend.post("/generations", body(), key);
    const problem = (await response.json()) as { id: string };
    expect(problem).toMatchObject({ kind: "internal", charged: false });
    const cause = expect.objectContaining({ message: expect.stringMatching(message) as string }) as object;
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ kind: "internal", id: problem.id, scope: "workspace", cause }),
    );
    // Whether it reserved before it failed, only the host knows.
    await until(() => settle.mock.calls.length === 1);
    expect(settle).toHaveBeenCalledWith(
      expect.objectContaining({ id: problem.id, token: null, charged: false, price: [] }),
    );
    expect(backend.images).toEqual([]);
    expect(await (await backend.post("/generations", body(), key)).json()).not.toMatchObject({
      id: problem.id,
    });
  });

  it("counts a prompt once that an earlier run has paid for", async () => {
    const { spending, requests, settlements } = openAccount();
    const answers = [failure(401), small];
    const backend = createTestBackend({ spending, generate: () => (answers.shift() ?? small)() });
    const send = () => backend.post("/generations", body(AUTO), { "Idempotency-Key": "one" });
    expect((await send()).status).toBe(500);
    await until(() => settlements.length === 1);
    const { usage } = await succeed(await send());
    await until(() => settlements.length === 2);
    expect(requests.map(({ promptModel }) => promptModel)).toEqual(["test/writer", null]);
    expect(usage?.items.map(({ kind }) => kind)).toEqual(["prompt", "image"]);
    const told = settlements.map(({ charged, usage }) => [charged, usage.items.map(({ kind }) => kind)]);
    expect(told).toEqual([
      [false, ["prompt"]],
      [true, ["image"]],
    ]);
  });

  it("tells a failure's cost as far as it is known", async () => {
    const { spending, settlements } = openAccount();
    const failures = [failure(401), () => Promise.reject(new Error("The line broke."))];
    const backend = createTestBackend({ spending, generate: () => (failures.shift() ?? small)() });
    for (const _ of "12") expect((await backend.post("/generations", body())).ok).toBe(false);
    await until(() => settlements.length === 2);
    expect(settlements.map(({ charged }) => charged)).toEqual([false, null]);
  });
});

it("adds nothing to the runs of a handler without it", async () => {
  const runs = memoryRunStore();
  const backend = createTestBackend({ runs, generate: small });
  const { id } = await succeed(await backend.post("/generations", body()));
  expect(await runs.get("workspace", id)).not.toHaveProperty("spending");
});

const nothing: () => null = () => null;

describe("the option", () => {
  it.each([
    [true, /needs `spending` as an object; got true/],
    [null, /needs `spending` as an object; got null/],
    [{ reserve: nothing }, /needs `spending.settle` as a function, and got a value of type undefined/],
    [{ settle: nothing, reserve: "yes" }, /needs `spending.reserve` as a function/],
    [{ settle: nothing, reserve: nothing, credits: 3 }, /needs `spending.credits` as a function/],
    [{ settle: nothing, reserve: nothing, credit: () => 3 }, /Did you mean "credits"/],
  ])("is refused where it could not work: %o", (spending, message) => {
    const options = { spending } as unknown as { spending: SpendingOptions };
    expect(() => createTestBackend(options)).toThrow(message);
    expect(() => createTestBackend(options)).toThrow(TypeError);
  });
});

it("lets no run go that is not settled, however full the memory is", async () => {
  const { spending, settlements } = openAccount();
  const release: (() => void)[] = [];
  const settle: SpendingOptions["settle"] = async (settlement) => {
    await new Promise<void>((resolve) => release.push(resolve));
    await spending.settle(settlement);
  };
  const runs = memoryRunStore({ maxRuns: 1 });
  const backend = createTestBackend({ spending: { ...spending, settle }, runs, generate: small });
  for (const _ of "123") {
    const response = await backend.post("/generations", body(), { Accept: "text/event-stream" });
    expect((await readEvents(response)).at(-1)?.event).toBe("result");
  }
  await until(() => release.length === 3);
  expect(await runs.openReservations?.(Number.POSITIVE_INFINITY, 9)).toHaveLength(3);
  for (const go of release) go();
  await until(() => settlements.length === 3);
});
