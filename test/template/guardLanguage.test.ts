import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Template from "image-generation-node/template";
import type { TemplateLanguage, TemplateToken } from "image-generation-node/template";

let template: typeof Template;
/** Loads the module anew: mistakes are told once each, and of so many no more. */
async function load() {
  vi.resetModules();
  template = await import("image-generation-node/template");
}
beforeAll(load);

const TEXT = "A %a.b% cat, %a% and {{a.b}}";
const MEMBERS = ["scan", "format", "parse", "query", "escape", "replace", "rename", "display"] as const;

let made = 0;
/** A sound language of percent signs; each has a name of its own, since a mistake is told once for each name. */
function createSound(): TemplateLanguage {
  return {
    name: `percents ${(made += 1)}`,
    triggers: ["%"],
    scan: (text) =>
      Array.from(text.matchAll(/%([\w.]+)%/g), ({ index, 0: token, 1: path = "" }) => ({
        start: index,
        end: index + token.length,
        path: path.split("."),
        closed: true,
      })),
    format: (path) => `%${path.join(".")}%`,
    parse: (token) => /^%([\w.]+)%$/.exec(token)?.[1]?.split(".") ?? null,
    query: (typed) => typed,
    escape: (text) => text.replaceAll("%", "%%"),
    replace: (_token, path) => `%${path.join(".")}%`,
    rename: (token, from, to) => token.replace(`%${from}`, `%${to}`),
    display: (path) => path.join(" › "),
  };
}

/** Asks a language everything that this package asks one. */
function askAll(language: TemplateLanguage) {
  const index = template.createVariableIndex([{ slug: "a", label: "A", sample: { b: "x" } }]);
  const [variable] = index.children();
  const guard = template.guardLanguage(language);
  const carets = Array.from({ length: TEXT.length + 1 }, (_, caret) => caret);
  return {
    triggers: carets.map((caret) =>
      template.findTrigger(TEXT, caret, { language, requested: caret % 2 > 0 }),
    ),
    problems: template.diagnoseTemplate(TEXT, index, { language, caret: 4 }).map(({ message }) => message),
    references: template.listReferences(TEXT, language).map(({ path }) => path),
    renamed: template.renameReferences(TEXT, "a", "c", language),
    picked: template.pickVariables(TEXT, { a: { b: "x" } }, guard),
    tail: template.tailOf("%a.b%", guard),
    replaced: template.replaceToken("%a%", ["a", "b"], undefined, guard),
    shown: variable && template.displayVariable(variable, guard),
    parsed: guard.parse("%a.b%"),
    escaped: guard.escape?.("5%"),
    queried: guard.query?.("a", "", "%"),
  };
}

let warnings: () => string[] = () => [];
beforeEach(() => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  warnings = () => warn.mock.calls.map((call) => call.map(String).join(" "));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Creates a function that throws; hosts throw anything. */
const throws = (thrown: unknown) => () =>
  (function* () {
    yield;
  })().throw(thrown);
const unspeakable = { toString: throws(new Error("no words")) };
const throwing: object = new Proxy(
  {},
  Object.fromEntries(["get", "has", "getPrototypeOf", "ownKeys"].map((trap) => [trap, throws(trap)])),
);
/** Mistakes of a function, whatever it should return. */
const FAULTS: Readonly<Record<string, () => unknown>> = {
  "throws an error": throws(new Error("broken")),
  "throws nothing": throws(undefined),
  "throws what has no words": throws(unspeakable),
  "throws what has no prototype": throws(Object.create(null)),
  "throws a proxy": throws(throwing),
  "returns nothing": () => undefined,
  "returns a number": () => 5,
  "returns a symbol": () => Symbol("s"),
  "returns a function": () => () => [],
  "returns an object": () => ({ length: 1e9 }),
  "returns a proxy": () => throwing,
  "returns a list of nonsense": () => [throwing, null, 5, "a", { start: 0 }, Symbol("s")],
  "returns a promise": () => Promise.resolve([]),
  "returns a promise that rejects": () => Promise.reject(new Error("later")),
};

describe.each(MEMBERS)("a language whose %s", (member) => {
  beforeAll(load);

  it.each(Object.entries(FAULTS))("%s harms nothing else, and is told once", async (_name, fault) => {
    const sound = askAll(createSound());
    const language = { ...createSound(), [member]: fault };
    const asked = askAll(language);
    expect(askAll(language)).toEqual(asked);
    await new Promise((resolve) => setTimeout(resolve));
    const told = warnings().filter((warning) => warning.includes(`"${language.name}"`));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`in ${member}.`);
    if (member !== "scan" && member !== "rename") expect(asked.renamed).toBe(sound.renamed);
    else expect(asked.renamed).toBe(TEXT);
    if (member !== "scan") expect([asked.references, asked.picked]).toEqual([sound.references, sound.picked]);
    else expect([asked.references, asked.picked, asked.problems]).toEqual([[], {}, []]);
    if (member === "escape") expect(asked.escaped).toBe("5%");
  });

  it.each(["a getter that throws", "no function"])("is %s harms nothing", (kind) => {
    const language = createSound();
    Object.defineProperty(
      language,
      member,
      kind === "no function" ? { value: 5 } : { get: throws(new Error("broken")) },
    );
    expect(() => askAll(language)).not.toThrow();
  });
});

describe("a language that", () => {
  it.each([
    ["throws at every question", throwing],
    ["is empty", {}],
    ["is a number", 5],
    ["is a text", "percents"],
    ["is a function", () => undefined],
    ["has no names", { ...createSound(), name: unspeakable }],
    ["has a symbol as its name", { ...createSound(), name: Symbol("s") }],
    ["has triggers that are no list", { ...createSound(), triggers: 5 }],
    ["has triggers that are nonsense", { ...createSound(), triggers: [null, "", 5, throwing, Symbol("s")] }],
    [
      "has triggers that throw",
      { ...createSound(), triggers: new Proxy([], { get: throws(new Error("no")) }) },
    ],
  ])("%s throws nothing", (_name, language) => {
    expect(() => askAll(language as TemplateLanguage)).not.toThrow();
    expect(template.renameReferences(TEXT, "x", "y", language as TemplateLanguage)).toBe(TEXT);
  });

  it("has one trigger as a text opens by it", () => {
    const language = { ...createSound(), triggers: "%" } as unknown as TemplateLanguage;
    expect(template.findTrigger("A %a", 4, { language })).toMatchObject({ start: 2, query: "a" });
  });

  it("is this package's own stays as it is, and has one guard otherwise", () => {
    expect(template.guardLanguage(template.doubleBraceLanguage)).toBe(template.doubleBraceLanguage);
    const language = createSound();
    expect(template.guardLanguage(language)).toBe(template.guardLanguage(template.guardLanguage(language)));
  });
});

describe("tokens", () => {
  beforeAll(load);
  const scan = (tokens: readonly unknown[], text = "0123456789") =>
    template.guardLanguage({ ...createSound(), scan: () => tokens as TemplateToken[] }).scan(text);
  const sound = { start: 2, end: 4, path: ["a"], closed: true };

  it.each([
    ["overlaps", { ...sound, start: 3, end: 6 }],
    ["comes before", { ...sound, start: 0, end: 2 }],
    ["is empty", { ...sound, start: 5, end: 5 }],
    ["ends before it starts", { ...sound, start: 6, end: 5 }],
    ["ends behind the text", { ...sound, start: 6, end: 11 }],
    ["has a place between characters", { ...sound, start: 4.5, end: 6 }],
    ["has no place", { path: ["a"], closed: true }],
    ["has no path", { start: 5, end: 6, closed: true }],
    ["has an empty path", { start: 5, end: 6, path: [], closed: true }],
    ["has a path of nonsense", { start: 5, end: 6, path: [{}], closed: true }],
    ["has a path that is another text", { start: 5, end: 6, path: "a + b", closed: true }],
    ["throws", throwing],
  ])("of which one %s are the others", (_name, token) => {
    expect(scan([sound, token, { ...sound, start: 8, end: 9 }]).map(({ start }) => start)).toEqual([2, 8]);
    expect(warnings().filter((warning) => warning.includes("in scan."))).toHaveLength(1);
  });

  it("may have a path as a text, in the spelling of formatPath", () => {
    const sound = createSound();
    const language = {
      ...sound,
      scan: (text: string) => sound.scan(text).map((token) => ({ ...token, path: token.path?.join(".") })),
      parse: (token: string) => sound.parse(token)?.join(".") ?? null,
    } as unknown as TemplateLanguage;
    const guard = template.guardLanguage(language);
    expect(guard.scan("A %a.b% cat").map(({ path }) => path)).toEqual([["a", "b"]]);
    expect(guard.parse("%a.b%")).toEqual(["a", "b"]);
  });

  it("are read once, and have nothing but what the type says", () => {
    let asked = 0;
    const changing = Object.defineProperties(
      { path: ["a"], closed: "yes", fault: "none", optional: 1, fallback: 5, other: true },
      {
        start: { get: () => (asked++ ? throws(new Error("twice"))() : 1) },
        end: { value: 3 },
      },
    );
    const [token] = scan([changing]);
    for (let i = 0; i < 3; i++) expect(token).toMatchObject({ start: 1, end: 3, path: ["a"], closed: true });
    expect([token?.fault, token?.optional, token?.fallback]).toEqual([undefined, true, undefined]);
    expect(token).not.toHaveProperty("other");
    const path = ["a"];
    const [kept] = scan([{ ...sound, path }]);
    path.length = 0;
    expect(kept?.path).toEqual(["a"]);
  });
});

describe("resolve", () => {
  const resolveOf = (resolve: unknown) =>
    template.guardLanguage({ ...createSound(), resolve } as TemplateLanguage).resolve;

  it.each([
    ["throws", throws(new Error("broken"))],
    ["returns nothing", () => undefined],
    ["returns no text", () => ({ diagnostics: [] })],
    ["returns no problems", () => ({ text: "" })],
    ["returns a proxy", () => throwing],
    ["rejects", () => Promise.reject(new Error("broken"))],
    ["resolves to nothing", () => Promise.resolve()],
    [
      "is a promise of another kind",
      () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error("x")) }),
    ],
  ])("that %s ends a run", async (_name, resolve) => {
    await expect((async () => resolveOf(resolve)?.("", {}))()).rejects.toThrow();
  });

  it("that is sound gives its text, at once or later", async () => {
    const resolved = { text: "A cat", diagnostics: [] };
    expect(resolveOf(() => resolved)?.("", {})).toBe(resolved);
    expect(await resolveOf(() => Promise.resolve(resolved))?.("", {})).toBe(resolved);
    expect(resolveOf(undefined)).toBeUndefined();
  });
});
