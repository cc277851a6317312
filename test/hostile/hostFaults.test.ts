import { describe, expect, it, vi } from "vitest";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { BASE, body, createTestBackend } from "../server/testBackend.js";

describe("an answer of `authorize` without a caller", () => {
  const throwing = {
    get scope(): string {
      throw new Error("no scope");
    },
    subject: "b",
  };
  const answers: unknown[] = [
    {},
    { scope: null, subject: "b" },
    { scope: "", subject: "b" },
    { scope: "  ", subject: "b" },
    { scope: 7, subject: "b" },
    { scope: ["a"], subject: "b" },
    { scope: Promise.resolve("a"), subject: "b" },
    { scope: new String("a"), subject: "b" },
    { scope: "a", subject: "" },
    { scope: "a", subject: null },
    { Scope: "a", subject: "b" },
    throwing,
    true,
    1,
    0,
    "",
    "workspace",
    [],
    ["a", "b"],
    Symbol("a"),
    () => ({ scope: "a", subject: "b" }),
    Promise.resolve({}),
  ];

  it.each(answers.map((_, index) => index))("lets nobody in: answer %i", async (index) => {
    const answer = answers[index];
    const onError = vi.fn();
    const authorize = (() => answer) as unknown as ImageNodeHandlerOptions["authorize"];
    const backend = createTestBackend({ authorize, hooks: { onError } });
    for (const response of [
      await backend.get("/catalog"),
      await backend.get("/generations/gen_1"),
      await backend.post("/generations", body()),
    ]) {
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ kind: "internal", charged: false });
    }
    expect(backend.images).toEqual([]);
    expect(onError).toHaveBeenCalledTimes(3);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ kind: "internal", cause: expect.anything() as unknown }),
    );
  });

  it.each([null, undefined, false])("is a refusal where it is %o", async (answer) => {
    const authorize = (() => answer) as unknown as ImageNodeHandlerOptions["authorize"];
    expect((await createTestBackend({ authorize }).get("/catalog")).status).toBe(401);
  });

  it("is one without a subject where limits go by it", async () => {
    const authorize = (() => ({ scope: "a" })) as unknown as ImageNodeHandlerOptions["authorize"];
    expect((await createTestBackend({ authorize }).get("/catalog")).status).toBe(200);
    const limited = createTestBackend({ authorize, rateLimit: () => null });
    expect((await limited.get("/catalog")).status).toBe(500);
  });
});

describe("an option that weakens or never works", () => {
  const options: ImageNodeHandlerOptions = {
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret of at least 32 characters",
    publicUrl: BASE,
    authorize: () => null,
  };
  const long = (letter: string) => letter.repeat(32);

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["a secret of one letter", { signingSecret: "a" }, /fewer than 32/],
    ["a secret of 31", { signingSecret: "a".repeat(31) }, /fewer than 32/],
    ["a short one in a ring", { signingSecret: { new: long("a"), old: "b" } }, /"old" has fewer than 32/],
    ["the same twice in a ring", { signingSecret: { a: long("a"), b: long("a") } }, /of another key/],
    ["numbers for names of keys", { signingSecret: { 2: long("a"), 1: long("b") } }, /order is lost/],
    ["no secret", { signingSecret: undefined }, /signingSecret/],
    ["an empty ring", { signingSecret: {} }, /signingSecret/],
    ["a secret that is no text", { signingSecret: { a: 5 } }, /no text/],
    ["publicUrl app:", { publicUrl: "app://x" }, /http or https/],
    ["publicUrl file:", { publicUrl: "file:///srv" }, /http or https/],
    ["publicUrl data:", { publicUrl: "data:text/html,x" }, /http or https/],
    ["publicUrl javascript:", { publicUrl: "javascript:alert(1)" }, /http or https/],
    ["publicUrl with a query", { publicUrl: `${BASE}?a=1` }, /query/],
    ["publicUrl with a fragment", { publicUrl: `${BASE}#a` }, /fragment/],
    ["publicUrl with credentials", { publicUrl: "https://a:b@example.test/" }, /credentials/],
    ["a star for a host", { allowedOrigins: ["https://*.example.com"] }, /no browser sends/],
    ["a star for all", { allowedOrigins: ["*"] }, /no browser sends/],
    ["null", { allowedOrigins: ["null"] }, /no browser sends/],
    ["file://", { allowedOrigins: ["file://"] }, /no browser sends/],
    ["data:", { allowedOrigins: ["data://x"] }, /no browser sends/],
    ["a socket", { allowedOrigins: ["wss://app.example"] }, /no browser sends/],
    ["a default port", { allowedOrigins: ["https://app.example:443"] }, /no browser sends/],
    ["an origin that is no text", { allowedOrigins: [undefined] }, /no browser sends/],
    ["origins that are no list", { allowedOrigins: "https://app.example" }, /a list/],
    ["a limit of NaN", { limits: { timeoutMs: NaN } }, /timeoutMs/],
    ["a negative limit", { limits: { maxBodyBytes: -1 } }, /maxBodyBytes/],
    ["no body at all", { limits: { maxBodyBytes: 0 } }, /maxBodyBytes/],
    ["an endless limit", { limits: { timeoutMs: Infinity } }, /timeoutMs/],
    ["a time no timer takes", { limits: { timeoutMs: 2 ** 31 } }, /timeoutMs/],
    ["a limit that is a text", { limits: { maxPixels: "many" } }, /maxPixels/],
    ["a fraction of a second", { limits: { urlTtlSeconds: 0.5 } }, /urlTtlSeconds/],
    ["half a generation", { limits: { maxConcurrent: 1.5 } }, /maxConcurrent/],
    ["a misspelled option", { signingSecrets: {} }, /"signingSecret"/],
    ["another", { ratelimit: () => null }, /"rateLimit"/],
    ["a misspelled limit", { limits: { timeoutMS: 5 } }, /"timeoutMs"/],
    ["a misspelled hook", { hooks: { onErrors: () => null } }, /"onError"/],
    ["an option like none", { somethingElseEntirely: 1 }, /Remove it/],
    ["a limiter that is no function", { rateLimit: {} }, /`rateLimit` as a function/],
  ])("is refused: %s", (_, override, reason) => {
    const make = () => createImageNodeHandler({ ...options, ...override } as ImageNodeHandlerOptions);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(reason);
  });

  it("is not told with the secret itself", () => {
    expect(() => createImageNodeHandler({ ...options, signingSecret: "hunter2" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("hunter2") as unknown }),
    );
  });

  it("is none of these", () => {
    const signingSecret = { new: long("a"), old: long("b") };
    const allowedOrigins = ["https://app.example", "http://localhost:*", "capacitor://localhost"];
    expect(() => createImageNodeHandler({ ...options, signingSecret, allowedOrigins })).not.toThrow();
  });

  it.each([undefined, [], ["http://localhost:*"], ["capacitor://localhost"]])(
    "never lets the origin null in, with %j listed",
    async (allowedOrigins) => {
      const backend = createTestBackend({ allowedOrigins });
      const response = await backend.post("/generations", body(), { Origin: "null" });
      expect(response.status).toBe(403);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    },
  );
});
