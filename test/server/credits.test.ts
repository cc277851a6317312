import { APICallError } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { catalogSchema, readCredits } from "image-generation-node/contract";
import type { Problem } from "image-generation-node/contract";
import type { ErrorReport } from "image-generation-node/server";
import type { SpendingOptions } from "../../src/server/spending/SpendingOptions.js";
import { body, createTestBackend } from "./testBackend.js";

type ReadAccount = NonNullable<SpendingOptions["credits"]>;

function start(credits: ReadAccount | undefined) {
  const reports: ErrorReport[] = [];
  const backend = createTestBackend({
    spending: { reserve: () => ({ ok: true, token: "r" }), settle: () => undefined, credits },
    hooks: { onError: (report) => reports.push(report) },
  });
  const read = async (headers?: Record<string, string>) => {
    const response = await backend.get("/catalog", headers);
    const catalog = catalogSchema.parse(await response.json());
    return { response, catalog, credits: readCredits(catalog) };
  };
  return { ...backend, read, reports };
}

afterEach(() => vi.useRealTimers());

describe("credits of GET /catalog", () => {
  it("are those of the caller's own account", async () => {
    const asked: unknown[] = [];
    const { read } = start(async (who) => {
      asked.push(who);
      return { left: who.scope === "rich" ? 900 : 12, unit: "credits", resetsAt: "2026-12-01T00:00:00Z" };
    });
    expect((await read()).catalog.credits).toEqual({
      left: 12,
      unit: "credits",
      resetsAt: "2026-12-01T00:00:00Z",
    });
    expect((await read({ "X-Scope": "rich" })).credits?.left).toBe(900);
    expect(asked).toEqual([
      { scope: "workspace", subject: "user" },
      { scope: "rich", subject: "user" },
    ]);
  });

  it("change the entity tag, and are never taken from a cache without asking", async () => {
    let left = 12;
    const { read, get } = start(() => ({ left, unit: "Münzen" }));
    const first = (await read()).response;
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    expect((await get("/catalog", { "If-None-Match": tag })).status).toBe(304);
    left = 11;
    const second = await get("/catalog", { "If-None-Match": tag });
    expect(second.status).toBe(200);
    expect(second.headers.get("ETag")).not.toBe(tag);
  });

  it.each<[string, ReadAccount | undefined]>([
    ["the host keeps no account to show", undefined],
    ["the host shows none to this caller", () => null],
  ])("are left out where %s", async (_, credits) => {
    const { read, reports } = start(credits);
    expect((await read()).catalog).not.toHaveProperty("credits");
    expect(reports).toEqual([]);
  });

  it("of an account that is overdrawn are nothing", async () => {
    const { read, reports } = start(() => ({ left: -0.4, unit: "USD" }));
    expect((await read()).credits).toEqual({ left: 0, unit: "USD" });
    expect(reports).toEqual([]);
  });

  it("show nothing else of what the host holds", async () => {
    const account = { left: 3, unit: "credits", customerId: "cus_7f3a" };
    expect((await start(() => account).read()).catalog.credits).toEqual({ left: 3, unit: "credits" });
  });

  const odd = (value: unknown) => () => value as Awaited<ReturnType<ReadAccount>>;
  it.each<[string, ReadAccount]>([
    ["throws", () => Promise.reject(new Error("The ledger is away."))],
    [
      "throws at once",
      () => {
        throw new Error("The ledger is away.");
      },
    ],
    ["returns a number", odd(12)],
    ["returns an amount as text", odd({ left: "12", unit: "credits" })],
    ["returns no number", odd({ left: Number.NaN, unit: "credits" })],
    ["returns no end", odd({ left: Number.POSITIVE_INFINITY, unit: "credits" })],
    ["returns no unit", odd({ left: 12 })],
  ])("of a host that %s are left out and reported, and the catalog stays", async (_, credits) => {
    const { read, reports } = start(credits);
    const { catalog, response } = await read();
    expect(response.status).toBe(200);
    expect(catalog.imageModels).toHaveLength(1);
    expect(catalog).not.toHaveProperty("credits");
    expect(reports).toMatchObject([
      { kind: "internal", scope: "workspace", requestId: expect.stringMatching(/^req_/) },
    ]);
  });

  it("keep what is left where the time of filling up can't be read, which is reported", async () => {
    const { read, reports } = start(odd({ left: 12, unit: "credits", resetsAt: new Date(0) }));
    expect((await read()).catalog.credits).toEqual({ left: 12, unit: "credits" });
    expect(reports).toHaveLength(1);
  });

  it("of a host that does not answer are left out after five seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { read, reports } = start(() => new Promise(() => undefined));
    const reading = read();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await reading).catalog).not.toHaveProperty("credits");
    expect(reports).toMatchObject([{ cause: { message: expect.stringContaining("within 5 seconds") } }]);
  });
});

describe("an account that is exhausted", () => {
  const refusal = () =>
    Promise.reject(
      new APICallError({
        message: "billing hard limit reached",
        url: "https://provider.test/images",
        requestBodyValues: {},
        statusCode: 402,
        responseBody: "{}",
      }),
    );
  const manual = body();
  const written = body({ prompt: { mode: "prompt_ai", instructions: "A fox" } });
  const ask = async (backend: ReturnType<typeof createTestBackend>, path: string, asked: object) =>
    (await (await backend.post(path, asked)).json()) as Problem;

  it.each([
    ["of the image model's provider", "/generations", manual, { generate: refusal }],
    ["of the prompt model's provider", "/generations", written, { write: refusal }],
    ["of the prompt model's provider, for a preview", "/prompts", written, { write: refusal }],
  ])("%s is told apart from the caller's own", async (_, path, asked, models) => {
    const problem = await ask(createTestBackend(models), path, asked);
    expect(problem).toMatchObject({
      kind: "credits_exhausted",
      reason: "provider_account",
      charged: false,
      retryable: false,
      detail: expect.stringContaining("administrator"),
    });
  });
});
