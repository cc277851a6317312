import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolveTemplate } from "image-generation-node/template";
import { resolve } from "../fixtures/independent-resolver/resolve.js";
import type { Finding } from "../fixtures/independent-resolver/resolve.js";

interface TemplateCase {
  name: string;
  text: string;
  variables: unknown;
  result: string;
  diagnostics: Finding[];
}

const cases = JSON.parse(
  readFileSync(new URL("../../template-cases.json", import.meta.url), "utf8"),
) as readonly TemplateCase[];

/** What both resolvers have to agree on. */
function ours(text: string, variables: unknown) {
  const { text: result, diagnostics } = resolveTemplate(text, variables);
  return {
    result,
    diagnostics: diagnostics.map(({ code, severity, path }) => ({
      code,
      severity,
      ...(path !== undefined && { path }),
    })),
  };
}

/** Small, fast and repeatable (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PIECES = [
  ...'{{{{}}}}\\""[].?- \t\n\r0123a_$é中\u0301{}',
  ...[
    "{{",
    "}}",
    "\\{{",
    "??",
    "?.",
    '["',
    '"]',
    "[0]",
    "[1]",
    "a",
    "b",
    "a.b",
    "a.list",
    "a.empty",
    "a.none",
  ],
  ...[
    "{{a.b}}",
    "{{ a.b }}",
    '{{a["odd key"]}}',
    '{{a.x ?? "d"}}',
    "{{a?.x}}",
    "{{a}}",
    "__proto__",
    "constructor",
  ],
  ...[
    "\\u0061",
    "\\n",
    '"x"',
    "{{a.list[1]}}",
    "\u2028",
    "\ud83d",
    "🦊",
    "{{a.list[1234567890]}}",
    "{{a[12345678901]}}",
    "{{a.list[12345678901",
    "٣",
    ".length",
  ],
];

const variables = JSON.parse(
  '{"a":{"b":"B{{a.b}}","list":[1,"two",{"z":1,"y":[]}],"empty":"","none":null,"odd key":true,"0":"zero","é中":-0.5,"__proto__":"own","\\ud83d":1e21},"b":5,"":{"":"nameless"},"$":{"_":"money"}}',
) as unknown;

describe("the independent resolver", () => {
  it.each(cases.map((found) => [found.name, found] as const))("agrees with the case: %s", (_name, found) => {
    expect(resolve(found.text, found.variables)).toEqual({
      result: found.result,
      diagnostics: found.diagnostics,
    });
  });

  it("agrees with ours on 100,000 random texts", () => {
    const random = createRandom(20_261_123);
    let tokens = 0;
    for (let round = 0; round < 100_000; round += 1) {
      let text = "";
      for (let left = 1 + random(14); left > 0; left -= 1) text += PIECES[random(PIECES.length)] ?? "";
      const theirs = resolve(text, variables);
      if (theirs.diagnostics.length > 0 || theirs.result !== text) tokens += 1;
      if (JSON.stringify(theirs) !== JSON.stringify(ours(text, variables))) {
        expect({ text, ...ours(text, variables) }).toEqual({ text, ...theirs });
      }
    }
    expect(tokens).toBeGreaterThan(30_000);
  });

  it("imports nothing of ours", () => {
    for (const file of ["resolve", "readToken", "pathMachine"]) {
      const source = readFileSync(
        new URL(`../fixtures/independent-resolver/${file}.ts`, import.meta.url),
        "utf8",
      );
      const imports = [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
      expect(imports.filter((from) => !/^\.\/\w+\.js$/.test(from ?? ""))).toEqual([]);
    }
  });
});
