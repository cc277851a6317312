import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSafeImageUrl, prepareRequest } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createIdempotencyKey, isIdempotencyKey } from "../../src/client/idempotencyKey.js";
import { parseRetryAfter } from "../../src/client/retryAfter.js";
import { getPause, getPollPause } from "../../src/client/retry.js";
import { sha256 } from "../../src/client/sha256.js";
import { ImageNodeError } from "../../src/contract/index.js";

describe("idempotency keys", () => {
  it("are new each time and in the contract's alphabet", () => {
    const keys = new Set(Array.from({ length: 200 }, createIdempotencyKey));
    expect(keys.size).toBe(200);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([["", false], ["a", true], ["a b", false], ["ä", false], ["x".repeat(255), true], ["x".repeat(256), false], ["a\r\nB: c", false]])(
    "%j is one: %s",
    (key, expected) => {
      expect(isIdempotencyKey(key)).toBe(expected);
    },
  );
});

describe("sha256", () => {
  it("agrees with Node's on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
    );
  });
});

describe("parseRetryAfter", () => {
  const now = Date.parse("1994-11-06T08:49:30Z");
  it.each<[string, number | undefined]>([
    ["120", 120_000],
    [" 5 ", 5000],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 7000],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 7000],
    ["Sun Nov  6 08:49:37 1994", 7000],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["", undefined],
    ["2030", 2_030_000],
    ["Sun, 99 Nov 1994 08:49:37 GMT", undefined],
  ])("reads %j as %s", (value, expected) => {
    expect(parseRetryAfter(new Headers({ "Retry-After": value }), now)).toBe(expected);
  });

  it("is undefined where there is none", () => {
    expect(parseRetryAfter(new Headers(), now)).toBeUndefined();
  });
});

describe("pauses", () => {
  it("double, and spread over half of themselves", () => {
    const error = new ImageNodeError({ kind: "network" });
    expect([0, 1].map((repeats) => [getPause(error, repeats, 0), getPause(error, repeats, 1)])).toEqual([
      [250, 500],
      [500, 1000],
    ]);
  });

  it("are never shorter than what the back end asked for", () => {
    const error = new ImageNodeError({ kind: "rate_limited", retryAfterMs: 2000 });
    expect(getPause(error, 0, 0)).toBe(2000);
    expect(getPause(error, 0, 0.999)).toBeGreaterThan(2000);
    expect(getPause(error, 0, 1)).toBeLessThanOrEqual(2250);
  });

  it("between two looks are bounded on both sides", () => {
    expect([0, undefined, 99_999_999].map((ms) => getPollPause(ms, 0))).toEqual([100, 1000, 30_000]);
  });
});

describe("isSafeImageUrl", () => {
  it.each<[unknown, boolean]>([
    ["https://images.test/a.png?sig=1", true],
    ["http://127.0.0.1:6006/a.png", true],
    ["http://localhost/a.png", true],
    ["http://[::1]:8080/a.png", true],
    ["blob:https://app.test/1", true],
    ["http://app.test/a.png", true],
    ["http://app.test:81/a.png", false],
    ["http://images.test/a.png", false],
    ["http://127.0.0.1.evil.test/a.png", false],
    ["http://localhost.evil.test/a.png", false],
    ["javascript:alert(1)", false],
    [" JaVaScRiPt:alert(1)", false],
    ["data:text/html,<script>", false],
    ["data:image/png;base64,AAAA", false],
    ["file:///etc/passwd", false],
    ["/a.png", false],
    ["//images.test/a.png", false],
    ["https://user:pw@images.test/a.png", false],
    ["", false],
    [null, false],
    [{ toString: () => "https://images.test" }, false],
  ])("%j is safe: %s", (url, expected) => {
    expect(isSafeImageUrl(url, "http://app.test/some/page")).toBe(expected);
  });
});

describe("prepareRequest", () => {
  const variables = {
    trigger: { output: { style: "noir", note: "long" } },
    agent: { output: { subject: "fox" } },
    crm: { output: { name: "Ann", phone: "123" } },
  };
  const sources = [
    { slug: "trigger", label: "Trigger" },
    { slug: "crm", label: "CRM", sensitive: true },
  ];

  it("sends in manual mode only what the template names", () => {
    const config = createImageNodeConfig({
      prompt: { template: "{{trigger.output.style}} {{crm.output.name}}", instructions: "{{agent.output.subject}}" },
    });
    const request = prepareRequest({ config, variables, sources });
    expect(request).toEqual({
      config,
      variables: { trigger: { output: { style: "noir" } }, crm: { output: { name: "Ann" } } },
    });
  });

  it("sends in Auto everything but sensitive nodes", () => {
    const config = createImageNodeConfig({ prompt: { mode: "auto", template: "{{crm.output.name}}" } });
    expect(prepareRequest({ config, variables, sources }).variables).toEqual({
      trigger: variables.trigger,
      agent: variables.agent,
    });
  });

  it("sends in Prompt AI of a sensitive node only what the instructions name", () => {
    const config = createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: "For {{crm.output.name}}" } });
    expect(prepareRequest({ config, variables, sources }).variables).toEqual({
      trigger: variables.trigger,
      agent: variables.agent,
      crm: { output: { name: "Ann" } },
    });
  });

  it("passes on null, context and input, and adds nothing else", () => {
    const config = createImageNodeConfig();
    const context = { workflowRunId: "run_1" };
    const input = { written: "A fox" };
    expect(prepareRequest({ config, variables: null, context, input })).toEqual({ config, variables: null, context, input });
  });
});
