import fc from "fast-check";
import {
  createVariableIndex,
  diagnoseTemplate,
  formatPath,
  schemaFromType,
  sourcesFromPaths,
  type SourcePath,
} from "image-generation-node/template";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const warn = vi.spyOn(console, "warn");
beforeEach(() => {
  warn.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockReset();
});

const indexOf = (...parameters: Parameters<typeof sourcesFromPaths>) =>
  createVariableIndex(sourcesFromPaths(...parameters));

describe("sourcesFromPaths", () => {
  it("groups paths by their node, in order of appearance", () => {
    const paths = ["start.input", "agent1.content", "start.files[0].name", ["start", "files", 3, "size"]];
    expect(sourcesFromPaths(paths)).toEqual([
      {
        slug: "start",
        label: "start",
        schema: {
          type: "object",
          properties: {
            input: {},
            files: { type: "array", items: { type: "object", properties: { name: {}, size: {} } } },
          },
        },
      },
      { slug: "agent1", label: "agent1", schema: { type: "object", properties: { content: {} } } },
    ]);
    expect(warn).not.toHaveBeenCalled();
  });

  it("adds what the host knows of a node, and nothing else", () => {
    const node = { label: "Start", nodeId: "n-1", kind: "trigger", distance: 2, sensitive: true };
    const nodes = { start: { ...node, slug: "other", schema: {} }, unused: { label: "Unused" } };
    expect(sourcesFromPaths(["start", "end.x"], { nodes })).toEqual([
      { slug: "start", ...node, schema: {} },
      { slug: "end", label: "end", schema: { type: "object", properties: { x: {} } } },
    ]);
    const sample = { input: "red" };
    expect(indexOf(["start.input"], { nodes: { start: { sample } } }).get("start.input")?.sample).toBe("red");
  });

  it("takes a schema beside a path", () => {
    const file = schemaFromType("File");
    const index = indexOf([
      { path: "start.count", schema: { type: "number", title: "How many" } },
      { path: ["start", "file"], schema: file },
      { path: "start.rows", schema: { description: "Lines" } },
      "start.rows[0].id",
      { path: "start.rows[].id", schema: { type: "string" } },
      { path: "start.rows[*].id", schema: { type: "number" } },
      {
        path: "whole",
        schema: { $ref: "#/$defs/a", $defs: { a: { properties: { b: { type: "boolean" } } } } },
      },
    ]);
    expect(index.get("start.count")).toMatchObject({ type: "number", label: "How many" });
    expect(index.get("start.file")?.type).toBe("file");
    expect(index.get("start.rows")).toMatchObject({ type: "array", description: "Lines" });
    expect(index.get("start.rows[7].id")?.type).toBe("string");
    expect(index.get("whole.b")?.type).toBe("boolean");
    expect(file).toEqual(schemaFromType("File"));
  });

  it.each([
    ["a.b", "a.b"],
    [" a.b ", "a.b"],
    ["a?.b", "a.b"],
    ['a["b"]', "a.b"],
    ["a['b']", "a.b"],
    ["a?.['b']", "a.b"],
    ['a[ "odd key" ]', 'a["odd key"]'],
    ["a['it\\'s']", `a["it's"]`],
    ["a['say \"x\"']", 'a["say \\"x\\""]'],
    ['a["\\u0041\\\\"]', 'a["A\\\\"]'],
    ["a[0]", "a[0]"],
    ["a[12].b", "a[0].b"],
    ["a.0.b", "a[0].b"],
    ["a[].b", "a[0].b"],
    ["a[*].b", "a[0].b"],
    ["a['0']", 'a["0"]'],
    ["a.007", 'a["007"]'],
    ["First agent.user name", '["First agent"]["user name"]'],
    ["1718352852007.text", '["1718352852007"].text'],
    ["$json.häuser", "$json.häuser"],
    ["a-b.c:d/e@f#g", 'a-b["c:d/e@f#g"]'],
    ['["a"].b', "a.b"],
  ])("reads %s as {{%s}}", (path, written) => {
    const index = indexOf([path]);
    expect(index.get(written)?.path).toBe(written);
    expect(diagnoseTemplate(`{{${written}}}`, index)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  const unreadable: readonly (readonly [unknown, string])[] = [
    ["", "neither a path nor a list"],
    [5, "neither a path nor a list"],
    [null, "neither a path nor a list"],
    [".a", `can't be read from ".a" on`],
    ["a..b", `can't be read from "..b" on`],
    ["a.", `can't be read from "." on`],
    ["a[b]", `can't be read from "[b]" on`],
    ["a[-1]", `can't be read from "[-1]" on`],
    ["a['b]", `can't be read from "['b]" on`],
    ["[0].a", `can't be read from "[0].a" on`],
    ["{{a.b}}", `can't be read from "{{a.b}}" on`],
    ["$('A').item", `can't be read from "('A').item" on`],
    ["a.__proto__.b", `has the name "__proto__", which is never read`],
    ["constructor.b", `has the name "constructor", which is never read`],
    [["a", "prototype"], `has the name "prototype", which is never read`],
    [[], "neither a name nor an array position"],
    [["", "a"], "neither a name nor an array position"],
    [["a", -1], "neither a name nor an array position"],
    [["a", 0.5], "neither a name nor an array position"],
    [["a", Symbol("b")], "neither a name nor an array position"],
    [["a", ["b"]], "neither a name nor an array position"],
    [{ path: 5 }, "neither a path nor a list"],
    [{ schema: {} }, "neither a name nor an array position"],
  ];
  // Lists of different lengths, because the same warning is given once.
  it.each(unreadable.map(([path, reason], at) => ({ path, reason, count: at + 3 })))(
    "leaves $path out, and says why and what to do",
    ({ path, reason, count }) => {
      const kept = Array.from({ length: count - 1 }, (_, at) => `kept.x${at}`);
      const sources = sourcesFromPaths(["first", path as SourcePath, ...kept.slice(1)]);
      expect(sources.map(({ slug }) => slug)).toEqual(["first", "kept"]);
      expect(warn).toHaveBeenCalledTimes(1);
      const said = String(warn.mock.calls[0]?.[0]);
      expect(said).toContain(`left out 1 of ${count} paths`);
      expect(said).toContain("number 2");
      expect(said).toContain(reason);
      expect(said).toContain("pass an array of its segments");
    },
  );

  it("says it once, in development only, and in few words", () => {
    const paths = Array.from({ length: 1_000 }, (_, at) => `${"long ".repeat(99)}..${at}`);
    expect(sourcesFromPaths(paths)).toEqual([]);
    sourcesFromPaths(paths);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0]?.[0])).toContain("and 997 more");
    expect(String(warn.mock.calls[0]?.[0]).length).toBeLessThan(900);
    vi.stubEnv("NODE_ENV", "production");
    sourcesFromPaths(["..only in production"]);
    vi.unstubAllEnvs();
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe("the sources of paths, in an index", () => {
  const index = indexOf(["start.input", "start.files[0].name", "mixed.a", "mixed[0]", "alone"]);
  it.each([
    ["start.input", []],
    ["start.input.deeper[0]", []],
    ["start.files[4].name", []],
    ["start.files[4].name.first", []],
    ["start.inputs", ["unknown_variable"]],
    ["start.files[0].size", ["unknown_variable"]],
    ["start.files", ["object_in_text"]],
    ["alone.what.ever", []],
    ["other", ["unknown_variable"]],
  ])("{{%s}} has the problems %j", (path, codes) => {
    expect(diagnoseTemplate(`{{${path}}}`, index).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ["start", "object"],
    ["start.input", "unknown"],
    ["start.files", "array"],
    ["start.files[0]", "object"],
    ["mixed", "unknown"],
    ["mixed.a", "unknown"],
    ["mixed[0]", "unknown"],
  ])("%s has the type %s", (path, type) => {
    expect(index.get(path)?.type).toBe(type);
  });
});

describe("any list of paths", () => {
  const name = fc
    .oneof(fc.string({ minLength: 1 }), fc.constantFrom("a", "b", "toString", "valueOf", "0"))
    .filter((word) => !/^(?:__proto__|constructor|prototype)$/.test(word));
  const segments = fc
    .tuple(name, fc.array(fc.oneof(name, fc.nat(3)), { maxLength: 5 }))
    .map(([first, rest]): (string | number)[] => [first, ...rest]);

  it("is offered, whole, as segments and in our own spelling", () => {
    fc.assert(
      fc.property(fc.array(segments, { minLength: 1, maxLength: 8 }), (paths) => {
        const written = paths.map(formatPath);
        const index = indexOf(paths);
        for (const path of written) expect(index.has(path), path).toBe(true);
        expect(sourcesFromPaths(written)).toEqual(sourcesFromPaths(paths));
        expect(warn).not.toHaveBeenCalled();
      }),
    );
  });

  it("never throws and leaves prototypes alone, whatever it is", () => {
    const before = Reflect.ownKeys(Object.prototype);
    const signs = fc.constantFrom(...".[]\"'?*\\ {}0", "a", "__proto__", "constructor", "\ud800");
    const entry = fc.oneof(fc.string({ unit: signs }), fc.array(fc.anything()), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.array(entry), fc.anything()), fc.anything(), (paths, options) => {
        const sources = sourcesFromPaths(paths as string[], options as object);
        expect(createVariableIndex(sources).children().length).toBe(sources.length);
        expect(JSON.stringify(sources)).not.toMatch(/"(?:__proto__|constructor|prototype)":/);
      }),
      { numRuns: 1_000 },
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("reads nothing from a prototype", () => {
    const names = ["properties", "items", "type", "path", "schema", "nodes", "label", "sample", "style"];
    const reads: string[] = [];
    for (const key of names)
      Object.defineProperty(Object.prototype, key, {
        configurable: true,
        get: () => void reads.push(key),
        set: () => void reads.push(key),
      });
    let sources: unknown[];
    try {
      sources = sourcesFromPaths(["a.style[0]", "a.b", ["a", "c"]], {});
    } finally {
      for (const key of names) Reflect.deleteProperty(Object.prototype, key);
    }
    expect(reads).toEqual([]);
    expect(sources).toHaveLength(1);
  });

  it("survives getters that throw and lists that are gone", () => {
    const gone = Proxy.revocable([], {});
    gone.revoke();
    const cruel = {
      get path(): string {
        throw new Error("cruel");
      },
    };
    expect(sourcesFromPaths([gone.proxy, cruel, "a.b"]).map(({ slug }) => slug)).toEqual(["a"]);
    expect(sourcesFromPaths(gone.proxy)).toEqual([]);
    expect(sourcesFromPaths(["a"], gone.proxy as object)).toHaveLength(1);
  });

  it.each([
    ["dots", "a" + ".a".repeat(500_000)],
    ["positions", "a" + "[0]".repeat(300_000)],
    ["brackets", "a" + "[".repeat(1_000_000)],
    ["blanks", "a" + " ".repeat(1_000_000) + "["],
    ["blanks in brackets", "a[" + " ".repeat(1_000_000)],
    ["quotes", 'a["' + '\\"'.repeat(500_000)],
    ["a long name", "a." + "n".repeat(1_000_000)],
  ])("comes to an end at a million characters: %s", (_, path) => {
    expect(indexOf([path, path]).size).toBeLessThan(20);
  });

  it("describes 100 levels of a path, and allows anything below", () => {
    const deep = Array.from({ length: 1_000 }, () => "a");
    const [source] = sourcesFromPaths([deep, { path: deep.join("."), schema: { type: "number" } }]);
    expect(JSON.stringify(source).split('"object"')).toHaveLength(100);
    expect(JSON.stringify(source)).not.toContain("number");
    expect(diagnoseTemplate(`{{${deep.join(".")}}}`, createVariableIndex(source ? [source] : []))).toEqual(
      [],
    );
  });
});
