import { countSteps, growthOf } from "./countSteps.js";
import { describe, expect, it, vi } from "vitest";
import { matchRoute, routeUrl } from "image-generation-node/contract";
import { createLinkSigner } from "../../src/server/storage/createLinkSigner.js";
import { createOriginRule } from "../../src/server/http/createOriginRule.js";
import { matchesEntityTag } from "../../src/server/http/matchesEntityTag.js";
import { prefersAsync, prefersEventStream } from "../../src/server/http/negotiation.js";
import { parseRange } from "../../src/server/http/parseRange.js";
import { BASE, body, createTestBackend } from "../server/testBackend.js";

const SECRET = "a secret for tests only, of more than 32";

describe("an address", () => {
  it.each<[string, (size: number) => string]>([
    ["slashes and a letter", (size) => `/${"/".repeat(size)}x`],
    ["slashes alone", (size) => "/".repeat(size)],
    ["an operation and slashes", (size) => `/catalog${"/".repeat(size)}`],
    ["an id between slashes", (size) => `${"/".repeat(size)}generations/${"/".repeat(size)}`],
    ["segments", (size) => "/a".repeat(size)],
    ["dots", (size) => `/generations/${".".repeat(size)}`],
    ["percent signs", (size) => `/generations/${"%25".repeat(size)}`],
    ["encoded slashes", (size) => `/generations/${"%2F".repeat(size)}x`],
  ])("of many %s is matched in linear work", async (_, pathOf) => {
    expect(await growthOf((size) => void matchRoute(pathOf(size)), 4_000)).toBeLessThan(8);
    expect(await growthOf((size) => void routeUrl(pathOf(size), "catalog"), 4_000)).toBeLessThan(8);
  });

  it.each([2_049, 16_000, 64_000])("of %i characters is refused before anybody is asked", async (length) => {
    const authorize = vi.fn(() => ({ scope: "a", subject: "b" }));
    const backend = createTestBackend({ authorize });
    const prefix = `${BASE}/`;
    const response = await backend.get(`${prefix}${"/".repeat(length - prefix.length - 8)}/catalog`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ kind: "not_found", charged: false });
    expect(authorize).not.toHaveBeenCalled();
  });

  it("of 2,048 characters is answered", async () => {
    const prefix = `${BASE}/`;
    const url = `${prefix}${"/".repeat(2_048 - prefix.length - 8)}/catalog`;
    expect(url).toHaveLength(2_048);
    expect((await createTestBackend().get(url)).status).toBe(200);
  });

  it("costs no more to refuse than to answer, however long", async () => {
    const backend = createTestBackend();
    await backend.get("/catalog");
    const answered = await countSteps(() => backend.get("/catalog"));
    for (const length of [4_000, 64_000])
      expect(await countSteps(() => backend.get(`/${"x".repeat(length)}/y`))).toBeLessThan(answered);
  });
});

describe("an id of dots", () => {
  it.each([".", "..", "%2e", "%2E%2e", ".%2e", "a%2F..%2Fb", "a%5C..", "%2e%2e%2f"])(
    "is none where an address holds %s",
    (id) => {
      expect(matchRoute(`/x/generations/${id}`)).toBeNull();
      expect(matchRoute(`/x/attachments/${id}/url`)).toBeNull();
    },
  );

  it.each([".", "..", "\ud800", "%2e%2e", "../..", "..\\..", "a/../b"])(
    "stays in its place when the client asks for %j",
    (id) => {
      const { pathname } = new URL(routeUrl("https://example.test/api", "generations", id));
      expect(pathname).toMatch(/^\/api\/generations\/[^/]+$/);
    },
  );

  it("that is plain, with a dot in it, is an id", () => {
    expect(matchRoute("/generations/gen.1..2")).toEqual({ operation: "generation", id: "gen.1..2" });
  });
});

describe("a header that is read before the caller is known, or right after", () => {
  const signer = createLinkSigner(SECRET, BASE);
  const isAllowed = createOriginRule(["https://app.example:*"]);

  it.each<[string, (size: number) => unknown]>([
    ["Origin of ports", (size) => isAllowed(`https://a${":1".repeat(size)}`)],
    ["Origin of digits", (size) => isAllowed(`https://a:${"1".repeat(size)}x`)],
    ["Accept of commas", (size) => prefersEventStream(",".repeat(size))],
    ["Accept of parameters", (size) => prefersEventStream(`text/event-stream${";q=".repeat(size)}`)],
    ["Prefer of commas", (size) => prefersAsync(", ".repeat(size))],
    ["If-None-Match of tags", (size) => matchesEntityTag('W/"a",'.repeat(size), '"b"')],
    ["Range of digits", (size) => parseRange(`bytes=${"1".repeat(size)}-`, 10)],
    ["query of a link", (size) => signer.verify("att", new URLSearchParams("exp=1&".repeat(size)))],
    ["signature of a link", (size) => signer.verify("att", new URLSearchParams({ sig: "-".repeat(size) }))],
  ])("is linear: %s", async (_, read) => {
    expect(await growthOf(read, 2_000)).toBeLessThan(8);
  });
});

describe("a refusal", () => {
  const rateLimit = () => ({ retryAfterMs: 1_000 });
  const big = body({ prompt: { template: "{{trigger.output.style}} ".repeat(200) } });

  it.each<[string, Parameters<typeof createTestBackend>[0], string, Record<string, string>]>([
    ["an unknown caller", {}, "/generations", { "X-Scope": "nobody" }],
    ["an unknown caller", {}, "/prompts", { "X-Scope": "nobody" }],
    ["a foreign page", {}, "/generations", { Origin: "https://evil.example" }],
    ["the rate limit", { rateLimit }, "/generations", {}],
    ["the rate limit", { rateLimit }, "/prompts", {}],
    ["a key that is missing", {}, "/generations", { "Idempotency-Key": "" }],
  ])("of %s takes fewer steps than an answer, and reads no body", async (_, options, path, headers) => {
    const open = createTestBackend();
    const refusing = createTestBackend(options);
    await open.post(path, big);
    const answered = await countSteps(() => open.post(path, big));
    const request = new Request(`${BASE}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
      body: JSON.stringify(big),
    });
    let status = 0;
    const refused = await countSteps(async () => ({ status } = await refusing.handler(request)));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(request.bodyUsed).toBe(false);
    expect(refused).toBeLessThan(answered / 2);
  });

  it("of the rate limit comes before a template is judged", async () => {
    const resolveTemplate = vi.fn(() => ({ text: "", diagnostics: [] }));
    const backend = createTestBackend({ rateLimit, resolveTemplate });
    for (const path of ["/generations", "/prompts"])
      expect((await backend.post(path, body())).status).toBe(429);
    expect(resolveTemplate).not.toHaveBeenCalled();
  });

  it("of the rate limit does not meet a repeat with the same key", async () => {
    const limit = vi.fn(() => null);
    const backend = createTestBackend({ rateLimit: limit });
    const headers = { "Idempotency-Key": "same" };
    expect((await backend.post("/generations", body(), headers)).status).toBe(200);
    expect((await backend.post("/generations", body(), headers)).status).toBe(200);
    expect(limit).toHaveBeenCalledTimes(1);
  });

  it.each([NaN, "soon", {}, -1, Infinity, -Infinity, 1e300])(
    "whose pause is %j names a pause that can be kept",
    async (retryAfterMs) => {
      const backend = createTestBackend({ rateLimit: () => ({ retryAfterMs: retryAfterMs as number }) });
      const response = await backend.post("/generations", body());
      expect(response.headers.get("Retry-After")).toMatch(/^\d{1,5}$/);
      expect(await response.json()).toMatchObject({ kind: "rate_limited", retryAfterMs: expect.any(Number) });
    },
  );
});
