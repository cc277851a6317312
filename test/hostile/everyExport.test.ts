import { runInNewContext } from "node:vm";
import fc from "fast-check";
import * as client from "image-generation-node/client";
import * as contract from "image-generation-node/contract";
import * as openapi from "image-generation-node/contract/openapi";
import * as template from "image-generation-node/template";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

/** Ends what never ends; a call of these takes far less than a millisecond. */
const HANGS_AFTER_MS = 30_000;
const RUNS = 150;

beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Runs a function to its end, whatever that is; throws where there is none. */
function runToItsEnd(run: () => void): void {
  runInNewContext("run()", { run }, { timeout: HANGS_AFTER_MS });
}

const cyclic: Record<string, unknown> = { a: [] };
cyclic["self"] = cyclic;
(cyclic["a"] as unknown[]).push(cyclic);

/** Answers every question with itself, and is a function too. */
const endless: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (typeof name === "symbol" ? undefined : endless),
  apply: () => endless,
});
/** Looks like a text and never ends. */
const falseText = {
  length: 1e300,
  charAt: () => "a",
  charCodeAt: () => 123,
  indexOf: () => 0,
  slice: () => "{{a}}",
  trim: () => falseText,
  toString: () => "{{a}}",
};
const ever = {
  [Symbol.iterator]: () => {
    let left = 10_000;
    return { next: () => ({ done: left-- < 0, value: falseText }) };
  },
};

const places = [NaN, -1, 0.5, Infinity, -Infinity, 2 ** 53, 1e300, -0, 3, undefined, null, "1"];
const texts = [
  "",
  "A",
  "{{",
  "{{a.b",
  "}}",
  '{{a["',
  '{{a ?? "',
  "\\{{a}}",
  "a.b[0]",
  "{".repeat(500),
  "\ud800",
  "__proto__",
];
const things: unknown[] = [
  true,
  10n,
  Symbol("s"),
  () => undefined,
  async () => undefined,
  {},
  [],
  new Date(NaN),
  new Map([[1, 2]]),
  Object.create(null),
  cyclic,
  endless,
  falseText,
  ever,
  [null, undefined, cyclic],
  [{ slug: "a", label: "A", sample: cyclic }],
  [{ slug: "a", label: null, schema: { properties: { a: cyclic }, $ref: "#" } }],
  { config: contract.createImageNodeConfig(), variables: { a: cyclic } },
  { maxLeaves: NaN, maxDepth: Infinity, limit: NaN },
  new Response("x"),
  new Error("x"),
];
const garbage = fc.oneof(
  fc.constantFrom(...places),
  fc.constantFrom(...texts),
  fc.constantFrom(...things),
  fc.anything(),
);

/** Calls what is called, makes what is made, and asks a schema. */
function use(value: unknown, args: readonly unknown[]): unknown {
  if (typeof value === "object" && value !== null && "safeParse" in value)
    return (value as { safeParse(input: unknown): unknown }).safeParse(args[0]);
  if (typeof value !== "function") return undefined;
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return isClass
    ? Reflect.construct(value, args)
    : (value as (...args: readonly unknown[]) => unknown)(...args);
}

function useSafely(value: unknown, args: readonly unknown[]): unknown {
  try {
    const result = use(value, args);
    if (result instanceof Promise) result.catch(() => undefined);
    return result;
  } catch {
    // A wrong argument may be an error; it may not be an endless loop.
    return undefined;
  }
}

const all = Object.entries({ template, contract, openapi, client }).flatMap(([entry, exports]) =>
  Object.entries(exports as Record<string, unknown>).map(([name, value]) => ({ entry, name, value })),
);

describe("whatever it is given", () => {
  it.each(all)("$name of the $entry entry comes to an end", ({ value }) => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 4 }), (args) => {
        runToItsEnd(() => useSafely(value, args));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it.each(all)("$name of the $entry entry comes to an end with each of them", ({ value }) => {
    runToItsEnd(() => {
      for (const first of [...places, ...texts, ...things])
        for (const second of [undefined, ...things]) useSafely(value, [first, second]);
    });
  });

  it.each(["children", "get", "has", "search"] as const)("%s of an index comes to an end", (name) => {
    const index = template.createVariableIndex([{ slug: "a", label: "A", sample: cyclic }]);
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 2 }), (args) => {
        runToItsEnd(() => useSafely(index[name], args));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it.each(
    places.flatMap((place) =>
      ["A", "{{a", "{".repeat(500), ""].map((text) => [text.slice(0, 3), place, text]),
    ),
  )("findTrigger comes to an end in %j at %s", (_short, place, text) => {
    runToItsEnd(() => useSafely(template.findTrigger, [text, place]));
  });

  it("would notice a function that does not", () => {
    expect(() =>
      runInNewContext(
        "run()",
        {
          run: () => {
            for (;;);
          },
        },
        { timeout: 20 },
      ),
    ).toThrow("timed out");
  });
});
