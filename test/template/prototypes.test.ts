import fc from "fast-check";
import {
  canonicalJson,
  createVariableIndex,
  diagnoseTemplate,
  doubleBraceLanguage,
  formatPath,
  pickVariables,
  resolveTemplate,
  type JSONSchema,
  type VariableIndex,
} from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { resolveWithSamples } from "../../src/react/prompt-editor/analysis/resolveWithSamples.js";

/** Resolves in this package's language, which needs no waiting. */
function resolveHere(text: string, index: VariableIndex): string | undefined {
  const resolved = resolveWithSamples(text, index, "hidden", doubleBraceLanguage);
  return resolved && "text" in resolved ? resolved.text : undefined;
}

/** What a schema may say, and what data may be called. */
const NAMES = [
  ...["type", "title", "description", "properties", "items", "prefixItems", "enum", "const", "default"],
  ...["examples", "additionalProperties", "patternProperties", "$ref", "$defs", "allOf", "anyOf", "oneOf"],
  ...["path", "_metadata", "output", "style", "a", "b", "toJSON", "x y", "code", "fallback"],
];
const FORBIDDEN = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];
const STOLEN = "stolen from a prototype";

/** Getters that note who reads them, with a value that would be seen in a result. */
function traps(names: readonly string[], reads: string[]): PropertyDescriptorMap {
  return Object.fromEntries(
    names.map((name) => {
      const get = () => {
        reads.push(name);
        return STOLEN;
      };
      return [name, { configurable: true, enumerable: false, get, set: () => undefined }];
    }),
  );
}

/** Runs with the shared prototypes of the language laid with traps; what was read comes back. */
function readsOf(names: readonly string[], run: () => unknown): string[] {
  const reads: string[] = [];
  const laid = traps(names, reads);
  const shared = [Object, Array, String, Number, Boolean, Function, Map, Date].map(
    ({ prototype }) => prototype as object,
  );
  // What they have themselves stays: nobody could work without it.
  const added = shared.map((prototype) =>
    Object.fromEntries(Object.entries(laid).filter(([name]) => !Object.hasOwn(prototype, name))),
  );
  shared.forEach((prototype, at) => Object.defineProperties(prototype, added[at] ?? {}));
  try {
    run();
  } finally {
    shared.forEach((prototype, at) => {
      for (const name of Object.keys(added[at] ?? {})) Reflect.deleteProperty(prototype, name);
    });
  }
  return reads;
}

/** Everything that the language and the editor do with a text, a sample and a schema. */
function useAll(text: string, sample: unknown, schema: JSONSchema | undefined, outside?: string[]): string {
  const index: VariableIndex = createVariableIndex(
    [
      {
        slug: "node",
        label: "Node",
        kind: undefined,
        distance: 1,
        sensitive: false,
        sample,
        schema,
        // Names that a data member may share with a source.
        ...(outside && Object.fromEntries(outside.map((name) => [name, undefined]))),
      },
    ],
    { maxLeaves: 200, maxDepth: 6 },
  );
  const variables = { node: sample };
  const seen: unknown[] = [
    resolveTemplate(text, variables).text,
    resolveTemplate(text, variables).diagnostics.map(({ message }) => message),
    pickVariables(text, variables),
    canonicalJson(sample),
    resolveHere(text, index),
    diagnoseTemplate(text, index, { maxLength: 9, caret: 3 }).map(({ message }) => message),
  ];
  for (const query of ["", "no", "node.", "style", "agsub"]) {
    for (const variable of index.search(query, { limit: 9, type: undefined }).items) {
      const { path, label, type, description, branch, open } = variable;
      seen.push([path, label, type, description, branch, open]);
    }
  }
  return String(seen.flat(3).map((one) => (typeof one === "object" ? "" : String(one))));
}

const path = fc.array(
  fc.oneof(fc.constantFrom(...NAMES, ...FORBIDDEN), fc.string({ maxLength: 3 }), fc.nat(2)),
  {
    maxLength: 4,
  },
);
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("text", "", 0, 1.5, true, null, undefined),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.sparseArray(tie("value"), { maxNumElements: 2, maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES, "other"), tie("value"), { maxKeys: 4 }),
  ),
})).value;
const textOf = (segments: readonly (string | number)[]) => {
  const written = formatPath(["node", ...segments]);
  return `A {{${written}}} {{ ${written} ?? "no" }} {{node?.${NAMES[0]}}} {{no.such}} {{`;
};

describe("nothing is ever read from a prototype", () => {
  it("of the language itself, in data, in schemas or on the way, whatever the names are", () => {
    fc.assert(
      fc.property(
        path,
        data,
        fc.option(data, { nil: undefined }),
        fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: NAMES.length }),
        (segments, sample, schema, names) => {
          const text = textOf(segments);
          let said = "";
          const reads = readsOf(names, () => (said = useAll(text, sample, schema as JSONSchema)));
          expect(reads).toEqual([]);
          expect(said).not.toContain(STOLEN);
          expect(said).not.toContain("native code");
        },
      ),
      {
        numRuns: 400,
        // Names on the way to a value that is picked: chance rarely meets them.
        examples: [[["title", "prefixItems"], { title: { prefixItems: "text" } }, undefined, ["title"]]],
      },
    );
  });

  it("of a class, a map, a date, an array of another class, or an object made from another", () => {
    fc.assert(
      fc.property(
        path,
        fc.constantFrom("class", "map", "date", "array", "object", "proxied"),
        (segments, kind) => {
          const reads: string[] = [];
          const host = makeHost(kind, reads);
          const text = `${textOf(segments)} ${textOf(["held", ...segments])}`;
          const said = useAll(text, { held: host, list: [host] }, undefined) + useAll(text, host, undefined);
          expect(reads).toEqual([]);
          expect(said).not.toContain(STOLEN);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("and nothing from a class instance, not even what is its own", () => {
    class Host {
      style = STOLEN;
      output = { style: STOLEN };
      0 = STOLEN;
    }
    const sample = { held: new Host(), list: [new Host()], own: "kept" };
    const variables = { node: sample };
    const texts = [
      "{{node.held.style}}",
      "{{node.held.output.style}}",
      "{{node.held[0]}}",
      "{{node.list[0].style}}",
    ];
    for (const text of [...texts, "{{node.held}}", "{{node.list}}"]) {
      expect(resolveTemplate(text, variables).text, text).not.toContain(STOLEN);
      expect(JSON.stringify(pickVariables(text, variables)), text).not.toContain(STOLEN);
    }
    expect(pickVariables(texts.join(), variables)).toEqual({});
    expect(resolveTemplate("{{style}}", new Host() as never).text).not.toContain(STOLEN);
    expect(canonicalJson(new Host())).toBeUndefined();
    expect(canonicalJson(sample)).toBe('{"list":[null],"own":"kept"}');
    const index = createVariableIndex([{ slug: "node", label: "Node", sample }]);
    expect(pathsOf(index)).toEqual(["node", "node.held", "node.list", "node.list[0]", "node.own"]);
  });

  it("and nothing from an instance in the place of a schema", () => {
    class Host {
      type = "object";
      title = STOLEN;
      properties = { style: { type: "string" } };
    }
    const schemas = [new Host(), { properties: new Host() }, { properties: { held: new Host() } }];
    const paths = schemas.map((schema) =>
      pathsOf(
        createVariableIndex([{ slug: "node", label: "Node", schema: schema as unknown as JSONSchema }]),
      ),
    );
    expect(paths).toEqual([["node"], ["node"], ["node", "node.held"]]);
  });

  it("and what is an own member, or an element, is still read", () => {
    const reads = readsOf(["style", "list"], () => {
      const variables = { node: { style: "noir", list: ["a"] } };
      expect(resolveTemplate("{{node.style}} {{node.list[0]}} {{node.list}}", variables).text).toBe(
        'noir a ["a"]',
      );
    });
    expect(reads).toEqual([]);
    expect(canonicalJson(Object.assign([], { 1: "b" }))).toBe('[null,"b"]');
  });
});

/** All paths that an index offers. */
const pathsOf = (index: VariableIndex, below?: string): string[] =>
  index.children(below).flatMap(({ path: found }) => [found, ...pathsOf(index, found)]);

/** A value as hosts have them, with traps on what it inherits. */
function makeHost(kind: string, reads: string[]): unknown {
  const laid = traps(
    [...NAMES, "length"].filter((name) => name !== "length" || kind !== "array"),
    reads,
  );
  class Host {
    own = 1;
  }
  class HostMap extends Map<string, string> {}
  class HostDate extends Date {}
  class HostArray extends Array<string> {
    override [Symbol.iterator](): ReturnType<string[]["values"]> {
      reads.push("iterator");
      return [STOLEN].values();
    }
  }
  for (const host of [Host, HostMap, HostDate, HostArray]) {
    const { prototype } = host as { prototype: object };
    const { length: _length, ...others } = laid;
    Object.defineProperties(prototype, prototype instanceof Array ? others : laid);
  }
  switch (kind) {
    case "class":
      return new Host();
    case "map":
      return new HostMap([["style", STOLEN]]);
    case "date":
      return new HostDate(0);
    case "array":
      return new HostArray(2);
    case "object":
      return Object.create(Object.defineProperties({}, laid));
    default: {
      const target = Object.create(Object.defineProperties({}, laid)) as object;
      return new Proxy(target, { getPrototypeOf: () => Object.prototype });
    }
  }
}
