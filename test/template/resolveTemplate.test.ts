import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, pickVariables, resolveTemplate } from "image-generation-node/template";

const trap = () => {
  throw new Error("read");
};
const cycle: Record<string, unknown> = { name: "cycle" };
cycle.self = cycle;
const revoked = Proxy.revocable({}, {});
revoked.revoke();

class Money {
  amount = 1;
}

const HOSTILE: Record<string, unknown> = {
  undefined,
  notANumber: NaN,
  infinite: -Infinity,
  bigint: 10n,
  date: new Date(0),
  function: trap,
  symbol: Symbol("s"),
  map: new Map([["a", 1]]),
  instance: new Money(),
  getter: Object.defineProperty({}, "x", { get: trap, enumerable: true }),
  proxy: new Proxy({}, { get: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, getPrototypeOf: trap }),
  revoked: revoked.proxy,
  cycle,
  hidden: Object.defineProperty({}, "x", { value: 1 }),
  deep: JSON.parse("[".repeat(20_000) + "]".repeat(20_000)),
  huge: "x".repeat(1_000_000),
  inherited: Object.create({ x: "inherited" }),
  sparse: Object.assign([], { 3: "x" }),
};

describe("resolveTemplate", () => {
  it("says where each value stands in the result", () => {
    const { text, spans } = resolveTemplate('\\{{ {{a}} and {{b.c}} {{d ?? "e"}} {{f}}', {
      a: "{{x}}",
      b: { c: 12 },
    });
    expect(text).toBe("{{ {{x}} and 12 e {{f}}");
    expect(spans.map(({ start, end, path }) => [path, text.slice(start, end)])).toEqual([
      ["a", "{{x}}"],
      ["b.c", "12"],
      ["d", "e"],
    ]);
  });

  it.each([
    ["{{triger.output.style}}", "trigger.output.style"],
    ["{{trigger.ouput.stlye}}", "trigger.output.style"],
    ["{{Trigger.Output.Style}}", "trigger.output.style"],
    ["{{trigger.output.people[0].nmae}}", "trigger.output.people[0].name"],
    ["{{trigger.output.xyz}}", undefined],
    ["{{trigger.output.nothing}}", undefined],
    ["{{trigger.output.people[7].name}}", undefined],
  ])("suggests for %s: %s", (text, suggestion) => {
    const variables = { trigger: { output: { style: "noir", nothing: null, people: [{ name: "Ann" }] } } };
    expect(resolveTemplate(text, variables).diagnostics[0]?.suggestion).toBe(suggestion);
  });

  it.each(Object.keys(HOSTILE))("does not throw on a value that is hostile: %s", (name) => {
    const variables = { a: { [name]: HOSTILE[name] } };
    const { text, diagnostics } = resolveTemplate(`{{a.${name}}}{{a.${name}.x?.y}}{{a}}`, variables);
    expect(typeof text).toBe("string");
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(() => JSON.stringify(pickVariables(`{{a.${name}}}{{a.${name}.x}}{{a}}`, variables))).not.toThrow();
  });

  it.each(["undefined", "notANumber", "infinite", "bigint", "date", "function", "symbol", "map", "instance"])(
    "counts as absent what JSON can't hold: %s",
    (name) => {
      expect(resolveTemplate(`{{${name}}}`, HOSTILE).diagnostics[0]?.code).toBe("missing_variable");
      expect(resolveTemplate(`{{${name} ?? "w"}}`, HOSTILE).text).toBe("w");
      expect(pickVariables(`{{${name}}}`, HOSTILE)).toEqual({});
    },
  );

  it("reads no prototype, whatever the path", () => {
    const variables = { inherited: HOSTILE.inherited, instance: HOSTILE.instance };
    for (const path of ["inherited.x", "instance.amount", "inherited.toString", "inherited.__proto__.x"]) {
      expect(resolveTemplate(`{{${path}}}`, variables).diagnostics[0]?.code).toBe("missing_variable");
    }
  });

  it("reads plain objects of another realm", () => {
    const foreign = Object.assign(Object.create(Object.create(null)), { x: "y" });
    expect(resolveTemplate("{{a.x}}", { a: foreign }).text).toBe("y");
  });

  it("never throws, whatever the text and the variables are", () => {
    const text = fc.string({
      unit: fc.constantFrom("{{", "}}", "a", "b", ".", "?.", '["', '"]', "[0]", " ?? ", '"', "\\"),
    });
    fc.assert(
      fc.property(
        text,
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (content, a) => {
          for (const variables of [a, { a }, { a: { a, b: [a] } }]) {
            const { diagnostics, spans, text: result } = resolveTemplate(content, variables);
            for (const { range } of diagnostics) expect(range.end).toBeLessThanOrEqual(content.length);
            for (const { end } of spans) expect(end).toBeLessThanOrEqual(result.length);
            JSON.stringify(pickVariables(content, variables));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("expands in one pass: the result is the text with its values put in", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: fc.constantFrom("{{", "}}", "a", ".", "\\") }),
        (plain, value) => {
          fc.pre(!plain.includes("{") && !plain.endsWith("\\"));
          expect(resolveTemplate(`${plain}{{a}}${plain}`, { a: value }).text).toBe(plain + value + plain);
        },
      ),
    );
  });
});

describe("canonicalJson", () => {
  it("reads back as the same data, whatever the order of its members", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value) ?? "";
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(json))).toBe(json);
      }),
    );
  });

  it("leaves out of objects, and nulls in arrays, what JSON can't hold", () => {
    expect(canonicalJson({ b: [undefined, 1n, NaN], a: undefined, c: trap, d: cycle })).toBe(
      '{"b":[null,null,null],"d":{"name":"cycle"}}',
    );
  });

  it("writes a value that stands in two places twice", () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
  });
});

describe("pickVariables", () => {
  const variables = {
    trigger: { output: { style: "noir", list: ["a", { x: 1, y: 2 }, "c"], secret: "s", nothing: null } },
    agent: { output: { key: "secret" } },
  };

  it.each<[string, unknown]>([
    ["no variable", {}],
    ["{{trigger.output.style}}", { trigger: { output: { style: "noir" } } }],
    ["{{trigger.output.list[1].x}}", { trigger: { output: { list: [null, { x: 1 }] } } }],
    [
      "{{trigger.output.list[1].x}} {{trigger.output.list[0]}}",
      { trigger: { output: { list: ["a", { x: 1 }] } } },
    ],
    [
      "{{trigger.output.list}} {{trigger.output.list[1].x}}",
      { trigger: { output: { list: variables.trigger.output.list } } },
    ],
    [
      "{{trigger.output.list[1].x}} {{trigger.output.list}}",
      { trigger: { output: { list: variables.trigger.output.list } } },
    ],
    ["{{trigger.output.nothing}}", { trigger: { output: { nothing: null } } }],
    ["{{trigger.output.absent}} {{agent.output.absent.x}} {{nobody.x}}", {}],
    ["{{trigger.constructor.name}} {{__proto__.x}} {{trigger.output.style.length}}", {}],
  ])("of %s", (text, picked) => {
    expect(pickVariables(text, variables)).toEqual(picked);
  });

  it("gives what resolves to the same text elsewhere", () => {
    const text =
      '{{trigger.output.list[2]}} {{trigger.output?.absent}} {{agent.output}} {{trigger.x ?? "w"}}';
    const sent: unknown = JSON.parse(JSON.stringify(pickVariables(text, variables)));
    expect(resolveTemplate(text, sent)).toEqual(resolveTemplate(text, variables));
  });

  it("copies, and leaves prototypes alone", () => {
    const polluted: unknown = JSON.parse('{"a":{"__proto__":{"polluted":true},"b":{"x":1}}}');
    const picked = pickVariables("{{a.__proto__.polluted}} {{a.b}} {{__proto__.polluted}}", polluted);
    expect(picked).toEqual({ a: { b: { x: 1 } } });
    expect(Object.keys(picked.a as object)).toEqual(["b"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
