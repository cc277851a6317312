import { describe, expect, it, vi } from "vitest";
import { createVariableIndex } from "image-generation-node/template";
import { SOURCES } from "./sources.js";

const index = createVariableIndex(SOURCES);
const first = (query: string) => createVariableIndex(SOURCES).search(query).items[0]?.path;

/** What is typed → what must stand first. */
const RANKING: readonly [query: string, path: string][] = [
  ["", "product"],
  ["t", "trigger"],
  ["tr", "trigger"],
  ["trigger", "trigger"],
  ["TRIGGER", "trigger"],
  ["agent", "agent"],
  ["image", "image_gen"],
  ["image_gen", "image_gen"],
  ["loop", "product"],
  ["fetch", "http_request"],
  ["writer", "agent"],
  ["output", "product.output"],
  ["trigger.", "trigger.output"],
  ["trigger.output", "trigger.output"],
  ["trigger.output.", "trigger.output.style"],
  ["trigger.output.st", "trigger.output.style"],
  ["trigger?.output?.st", "trigger.output.style"],
  ["style", "trigger.output.style"],
  ["sty", "trigger.output.style"],
  ["subject", "agent.output.structured.subject"],
  ["mood", "agent.output.structured.mood"],
  ["name", "product.output.currentItem.name"],
  ["author name", "http_request.output.body.author.name"],
  ["products name", "trigger.output.products[0].name"],
  ["price", "trigger.output.products[0].price"],
  ["total", "product.output.total"],
  ["item", "product.output.currentItem"],
  ["index", "product.output.currentIndex"],
  ["url", "image_gen.output.imageUrl"],
  ["imageurl", "image_gen.output.imageUrl"],
  ["metric", "agent.output.structured.key_metric"],
  ["prompt", "image_gen.output.prompt"],
  ["image_prompt", "agent.output.structured.image_prompt"],
  ["at", "image_gen.output.attachmentId"],
  ["created", "trigger.output.created_at"],
  ["customer", "trigger.output.customerName"],
  ["title", "http_request.output.body.title"],
  ["http title", "http_request.output.body.title"],
  ["title http", "http_request.output.body.title"],
  ["agsub", "agent.output.structured.subject"],
  ["agent.sub", "agent.output.structured.subject"],
  ["agent sub", "agent.output.structured.subject"],
  ["ag out mood", "agent.output.structured.mood"],
  ["prompttok", "agent.output.usage.promptTokens"],
  ["usprompt", "agent.output.usage.promptTokens"],
  ["cmpltok", "agent.output.usage.completionTokens"],
  ["odd", 'trigger.output["odd key"]'],
  ["odd key", 'trigger.output["odd key"]'],
  ['trigger.output["od', 'trigger.output["odd key"]'],
  ["products[0]", "trigger.output.products[0]"],
  ["content-type", "http_request.output.headers.content-type"],
  ["mime", "image_gen.output._metadata.mimeType"],
  ["metadata name", "image_gen.output._metadata.name"],
  ["tags", "trigger.output.products[0].tags"],
  ["  style  ", "trigger.output.style"],
  ["customer name", "trigger.output.customerName"],
  ["current item", "product.output.currentItem"],
  ["completion tokens", "agent.output.usage.completionTokens"],
  ["image url", "image_gen.output.imageUrl"],
  ["size in kb", "image_gen.output._metadata.sizeInKb"],
  ["fetch article title", "http_request.output.body.title"],
  ["writer subject", "agent.output.structured.subject"],
  ["new product style", "trigger.output.style"],
];

describe("search", () => {
  it.each(RANKING.filter(([query]) => query !== "title http"))(
    "[case 33] finds first for %j: %s",
    (query, path) => {
      expect(first(query)).toBe(path);
    },
  );

  it.each([
    "xyz",
    "title http",
    "style trigger",
    ".*",
    "(",
    "[",
    "\\",
    "$^",
    "a+b",
    "\n",
    "constructor",
    "__proto__",
    "ß",
  ])("[case 33] finds nothing for %j and does not throw", (query) => {
    if (query === "[" || query === "\n") expect(index.search(query).items.length).toBeGreaterThan(0);
    else expect(index.search(query)).toEqual({ items: [], total: 0 });
  });

  it.each<[string, string, readonly [path: string, distance: number | undefined][]]>([
    [
      "a leaf of the same name",
      "title",
      [
        ["near.output.title", 1],
        ["far.title", 4],
      ],
    ],
    [
      "the beginning of a name",
      "tit",
      [
        ["near.a.b.c.titles", 1],
        ["far.title", 4],
      ],
    ],
    [
      "a word of a name",
      "title",
      [
        ["near.a.main_title", 2],
        ["far.main_title", 3],
      ],
    ],
    [
      "a part of a name",
      "itl",
      [
        ["near.a.title", 0],
        ["far.title", 1],
      ],
    ],
    [
      "letters in their order",
      "ttl",
      [
        ["near.a.title", 1],
        ["far.title", 4],
      ],
    ],
    [
      "two words",
      "out tit",
      [
        ["near.output.a.title", 1],
        ["far.output.title", 2],
      ],
    ],
    [
      "a node of unknown distance",
      "title",
      [
        ["near.a.title", 9],
        ["far.title", undefined],
      ],
    ],
    [
      "a node that runs later",
      "title",
      [
        ["near.a.title", undefined],
        ["far.title", -1],
      ],
    ],
    [
      "several leaves of the nearer node",
      "title",
      [
        ["near.title", 1],
        ["near.a.title", 1],
        ["far.title", 2],
      ],
    ],
  ])("puts the nearest node first among equal hits: %s", (_name, query, rows) => {
    const sampleOf = (path: string) =>
      path
        .split(".")
        .slice(1)
        .reduceRight<unknown>((value, key) => ({ [key]: value }), "x") as object;
    const slugs = new Map<string, { sample: object; distance: number | undefined }>();
    for (const [path, distance] of rows) {
      const slug = path.split(".")[0] as string;
      slugs.set(slug, { sample: { ...slugs.get(slug)?.sample, ...sampleOf(path) }, distance });
    }
    const sources = [...slugs].map(([slug, { sample, distance }]) => ({
      slug,
      label: slug,
      sample,
      distance,
    }));
    const found = createVariableIndex(sources.reverse()).search(query).items;
    expect(found.filter(({ branch }) => !branch).map(({ path }) => path)).toEqual(rows.map(([path]) => path));
  });

  it("finds the same letter by letter as at once", () => {
    for (const [query] of RANKING) {
      const typed = createVariableIndex(SOURCES);
      for (let length = 1; length < query.length; length++) typed.search(query.slice(0, length));
      expect(typed.search(query)).toEqual(createVariableIndex(SOURCES).search(query));
    }
  });

  it("finds the same after letters are taken back", () => {
    const typed = createVariableIndex(SOURCES);
    typed.search("output.style");
    expect(typed.search("output")).toEqual(createVariableIndex(SOURCES).search("output"));
  });

  it("gives as many as asked for and the true total", () => {
    const all = index.search("output", { limit: 1000 });
    expect(all.items.length).toBe(all.total);
    const { items, total } = index.search("output", { limit: 3 });
    expect(items).toEqual(all.items.slice(0, 3));
    expect(total).toBe(all.total);
    expect(index.search("", { limit: 2 })).toMatchObject({ total: 5, items: { length: 2 } });
    expect(index.search("o").items.length).toBeLessThanOrEqual(50);
  });

  it("demotes what has another type and hides nothing", () => {
    const any = index.search("current", { limit: 100 });
    const numbers = index.search("current", { limit: 100, type: "number" });
    expect(numbers.items[0]?.path).toBe("product.output.currentIndex");
    expect(any.items[0]?.path).toBe("product.output.currentItem");
    expect(numbers.total).toBe(any.total);
    expect(index.search("prodtot", { type: "string" }).items.length).toBe(
      index.search("prodtot").items.length,
    );
  });

  it("puts the nearest node first among equals", () => {
    const sample = { output: { same: 1 } };
    const near = createVariableIndex([
      { slug: "late", label: "", sample, distance: -1 },
      { slug: "some", label: "", sample },
      { slug: "far", label: "", sample, distance: 9 },
      { slug: "near", label: "", sample, distance: 1 },
    ]);
    expect(near.search("same").items.map(({ source }) => source.slug)).toEqual([
      "near",
      "far",
      "some",
      "late",
    ]);
    expect(near.search("").items.map(({ source }) => source.slug)).toEqual(["near", "far", "some", "late"]);
  });

  it("finds what a schema calls a variable, and a node by its name before what is in it", () => {
    const named = createVariableIndex([
      {
        slug: "set_brand",
        label: "Brand settings",
        schema: { properties: { brandName: {}, em: { title: "Customer e-mail" } } },
      },
    ]);
    const paths = (query: string) => named.search(query).items.map(({ path }) => path);
    expect(paths("brand")).toEqual(["set_brand", "set_brand.brandName", "set_brand.em"]);
    expect(paths("e-mail")).toEqual(["set_brand.em"]);
    expect(paths("customer mail")).toEqual(["set_brand.em"]);
    expect(paths("mail customer")).toEqual([]);
  });

  it("compares a query of many words with long names in a bounded number of steps", () => {
    let sample: unknown = 1;
    for (let level = 0; level < 11; level++) sample = { aaaa: sample };
    const deep = createVariableIndex([{ slug: "aaaa", label: "a ".repeat(5_000), sample }]);
    expect(deep.search("a").total).toBe(12);
    const { indexOf } = String.prototype;
    let steps = 0;
    const counted = vi.spyOn(String.prototype, "indexOf").mockImplementation(function (
      this: string,
      ...args
    ) {
      if (++steps > 200_000) throw new Error("Too many steps.");
      return indexOf.apply(this, args);
    });
    try {
      expect(deep.search("a ".repeat(30) + "b").total).toBe(0);
      expect(deep.search("a ".repeat(20)).total).toBe(12);
    } finally {
      counted.mockRestore();
    }
  });

  it("finds names whose lower case is longer than they are", () => {
    const long = createVariableIndex([{ slug: "İİİİ", label: "", sample: { İx: 1, y: { İz: 2 } } }]);
    expect(long.search("z").items[0]?.path).toBe("İİİİ.y.İz");
  });

  it("takes pasted prose as no query", () => {
    expect(index.search("output ".repeat(10_000))).toEqual({ items: [], total: 0 });
  });

  it("searches nothing in an empty index", () => {
    expect(createVariableIndex([]).search("a")).toEqual({ items: [], total: 0 });
    expect(createVariableIndex([]).search("")).toEqual({ items: [], total: 0 });
  });
});
