import { afterEach, describe, expect, it, vi } from "vitest";
import { createVariableIndex, outputVariables } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { SOURCES } from "./sources.js";

const index = createVariableIndex(SOURCES);
const of = (source: Omit<VariableSource, "slug" | "label">, options = {}) =>
  createVariableIndex([{ slug: "a", label: "A", ...source }], options);
const pathsOf = (variables: readonly { path: string }[]) => variables.map(({ path }) => path);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("createVariableIndex", () => {
  it("describes a variable of a sample", () => {
    expect(index.get("trigger.output.products[0].price")).toMatchObject({
      path: "trigger.output.products[0].price",
      segments: ["trigger", "output", "products", 0, "price"],
      label: "price",
      type: "number",
      sample: 12.5,
      branch: false,
      source: { slug: "trigger" },
    });
  });

  it("describes a variable of a schema", () => {
    expect(index.get("agent.output.structured.subject")).toMatchObject({
      type: "string",
      description: "What to draw",
    });
    expect(index.get("agent.output.structured.mood")?.sample).toBe("soft");
    expect(index.get("agent.output.usage.promptTokens")?.type).toBe("number");
  });

  it("lists the nodes nearest first, and the members of each in order", () => {
    expect(pathsOf(index.children())).toEqual(["product", "agent", "http_request", "trigger", "image_gen"]);
    expect(pathsOf(index.children("product.output"))).toEqual([
      "product.output.currentItem",
      "product.output.currentIndex",
      "product.output.total",
    ]);
    expect(pathsOf(index.children("trigger.output.products"))).toEqual(["trigger.output.products[0]"]);
    expect(index.children("trigger.output.style")).toEqual([]);
    expect(index.children("nobody")).toEqual([]);
  });

  it("finds a path in any spelling, and any element by the first one", () => {
    expect(index.get('trigger["output"] . style')?.path).toBe("trigger.output.style");
    expect(index.get("trigger.output.products[7].name")?.path).toBe("trigger.output.products[0].name");
    expect(index.has("trigger.output.products[7]")).toBe(true);
    expect(pathsOf(index.children("trigger.output.products[7].tags"))).toEqual([
      "trigger.output.products[0].tags[0]",
    ]);
  });

  it.each([
    "",
    "nobody",
    "trigger.output.nope",
    "__proto__",
    "constructor",
    "toString",
    "trigger.constructor",
    "a b",
    "{{",
  ])("does not have %j", (path) => {
    expect(index.has(path)).toBe(false);
    expect(index.get(path)).toBeUndefined();
  });

  it("[case 31] keeps own members with odd names, and leaves out those that lead to prototypes", () => {
    const sample: unknown = JSON.parse('{"__proto__":1,"constructor":2,"toString":3,"":4,"}}":5}');
    expect(pathsOf(of({ sample }).children("a"))).toEqual(["a.toString", 'a[""]', 'a["\\u007d\\u007d"]']);
  });

  it("merges schema and sample", () => {
    const both = of({
      schema: { properties: { x: { type: "string", description: "An x" }, y: { type: "number" } } },
      sample: { x: "value", z: true },
    });
    expect(both.get("a.x")).toMatchObject({ type: "string", description: "An x", sample: "value" });
    expect(both.get("a.y")).toMatchObject({ type: "number" });
    expect(both.get("a.z")).toMatchObject({ type: "boolean", sample: true });
  });

  it("follows $ref, $defs and compositions", () => {
    const composed = of({
      schema: {
        $defs: {
          "a/b": { properties: { street: { type: "string" } } },
          base: { properties: { id: { type: "string" } } },
        },
        allOf: [{ $ref: "#/$defs/base" }],
        properties: {
          address: { $ref: "#/$defs/a~1b" },
          shape: {
            oneOf: [
              { properties: { radius: { type: "number" } } },
              { properties: { side: { type: "number" } } },
            ],
          },
          maybe: { anyOf: [{ type: "string" }, { type: "null" }] },
          either: { type: ["string", "number"] },
          pair: { prefixItems: [{ type: "string" }, { type: "number" }] },
          list: { type: "array", items: { properties: { deep: { const: 7 } } } },
          missing: { $ref: "#/$defs/nope" },
        },
      },
    });
    expect(composed.get("a.id")?.type).toBe("string");
    expect(composed.get("a.address.street")?.type).toBe("string");
    expect(pathsOf(composed.children("a.shape"))).toEqual(["a.shape.radius", "a.shape.side"]);
    expect(composed.get("a.maybe")?.type).toBe("string");
    expect(composed.get("a.either")?.type).toBe("unknown");
    expect(composed.get("a.pair")?.type).toBe("array");
    expect(pathsOf(composed.children("a.pair"))).toEqual(["a.pair[0]", "a.pair[1]"]);
    expect(composed.get("a.list[0].deep")).toMatchObject({ type: "number", sample: 7 });
    expect(composed.get("a.missing")?.type).toBe("unknown");
  });

  it("[case 29] cuts a schema that contains itself, and says that more may be below", () => {
    const tree = of({
      schema: {
        $defs: {
          node: {
            properties: {
              name: { type: "string" },
              children: { type: "array", items: { $ref: "#/$defs/node" } },
            },
          },
        },
        $ref: "#/$defs/node",
      },
    });
    expect(tree.has("a.children[0]")).toBe(true);
    expect(tree.get("a.children[0]")).toMatchObject({ branch: false, open: true });
    expect(tree.size).toBeLessThan(20);
  });

  it("[case 29] cuts a sample that contains itself", () => {
    const sample: Record<string, unknown> = { name: "x" };
    sample.self = sample;
    sample.list = [sample];
    expect(of({ sample }).size).toBe(5);
  });

  it("[case 32] survives samples that throw when they are read", () => {
    const trap = () => {
      throw new Error("read");
    };
    const sample = { proxy: new Proxy({}, { getPrototypeOf: trap, ownKeys: trap, get: trap }), ok: 1 };
    Object.defineProperty(sample, "getter", { get: trap, enumerable: true });
    expect(pathsOf(of({ sample }).children("a"))).toEqual(["a.proxy", "a.ok", "a.getter"]);
  });

  it("gives the standard file object the type file", () => {
    const files = createVariableIndex([
      outputVariables("image_gen"),
      { slug: "b", label: "", sample: { path: "/x", _metadata: {} } },
    ]);
    expect(files.get("image_gen.output")?.type).toBe("file");
    expect(files.get("b")?.type).toBe("file");
    expect(files.get("image_gen")?.type).toBe("object");
  });

  it("masks the samples of sensitive sources", () => {
    const secret = of({
      sample: { token: "secret" },
      schema: { properties: { other: { enum: ["secret"] } } },
      sensitive: true,
    });
    expect(secret.get("a.token")).toMatchObject({ type: "string" });
    expect(JSON.stringify(secret.search("").items.map(({ sample }) => sample))).not.toContain("secret");
    for (const path of ["a", "a.token", "a.other"]) expect(secret.get(path)?.sample).toBeUndefined();
  });

  it("is built when it is first asked", () => {
    const ownKeys = vi.fn(Reflect.ownKeys);
    const lazy = of({ sample: new Proxy({ x: 1 }, { ownKeys }) });
    expect(ownKeys).not.toHaveBeenCalled();
    expect(lazy.size).toBe(2);
    expect(ownKeys).toHaveBeenCalled();
  });

  it("[case 29] stops at the depth it is given", () => {
    let sample: unknown = "leaf";
    for (let i = 0; i < 20; i++) sample = { x: sample };
    expect(of({ sample }).size).toBe(12);
    expect(of({ sample }, { maxDepth: 3 }).size).toBe(3);
  });

  it("[case 29] holds 20,000 leaves and says so when there are more", () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, i]));
    expect(of({ sample: many(20_000) })).toMatchObject({ size: 20_001, truncated: false });
    expect(of({ sample: many(20_001) })).toMatchObject({ size: 20_001, truncated: true });
    const fair = createVariableIndex(
      [
        { slug: "big", label: "", sample: { output: many(100) } },
        { slug: "small", label: "", sample: { x: 1 } },
      ],
      { maxLeaves: 10 },
    );
    expect(fair).toMatchObject({ truncated: true });
    expect(fair.has("small.x")).toBe(true);
  });

  it("keeps the nearest node's variables where there is no room for all", () => {
    const sample = Object.fromEntries(Array.from({ length: 8 }, (_, key) => [`k${key}`, key]));
    const sources = [5, 2, undefined, 1].map((distance) => ({
      slug: `at_${distance}`,
      label: "",
      sample,
      distance,
    }));
    const index = createVariableIndex(sources, { maxLeaves: 16 });
    expect(index.truncated).toBe(true);
    const found = (name: string) => index.search(name).items.map(({ path }) => path);
    expect(found("k7")).toEqual(["at_1.k7", "at_2.k7"]);
    expect(found("at_5.k0")).not.toContain("at_5.k0");
    // There is no room in the list; a text that names it is right.
    expect(index.has("at_5.k0")).toBe(true);
    expect(index.children().map(({ path }) => path)).toEqual(["at_1", "at_2", "at_5", "at_undefined"]);
  });

  it("[case 29] stays small when a sample fans out without an end", () => {
    let sample: unknown = "leaf";
    for (let i = 0; i < 30; i++)
      sample = Object.fromEntries(Array.from({ length: 10 }, (_, key) => [`k${key}`, sample]));
    const wide = of({ sample }, { maxLeaves: 100 });
    expect(wide.truncated).toBe(true);
    expect(wide.size).toBeLessThan(500);
  });

  it("offers the first of two sources with one slug, and none without a slug, and warns once", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const sources = [
      { slug: "twice", label: "First", sample: { x: 1 } },
      { slug: "twice", label: "Second", sample: { y: 1 } },
      { slug: "", label: "None", sample: { z: 1 } },
    ];
    expect(createVariableIndex(sources).size).toBe(2);
    expect(createVariableIndex(sources).has("twice.y")).toBe(false);
    expect(warn.mock.calls.map(([message]) => String(message))).toEqual([
      expect.stringContaining('"twice"'),
      expect.stringContaining("no slug"),
    ]);
  });
});

describe("outputVariables", () => {
  it("describes every documented path of the output", () => {
    const own = createVariableIndex([outputVariables("image_gen")]);
    expect(
      pathsOf([...own.children("image_gen.output"), ...own.children("image_gen.output._metadata")]).sort(),
    ).toEqual(
      [
        ...["imageUrl", "imagePath", "attachmentId", "prompt", "aspectRatio", "path", "_metadata"],
        ...["name", "mimeType", "sizeInKb", "attachmentId"].map((name) => `_metadata.${name}`),
      ]
        .map((name) => `image_gen.output.${name}`)
        .sort(),
    );
    expect(own.get("image_gen.output.imageUrl")?.description).toBe("Signed URL (valid for 1 week)");
    expect(own.get("image_gen.output._metadata.mimeType")?.sample).toBe("image/png");
    expect(own.get("image_gen")?.label).toBe("Image Generation");
  });
});
