import fc from "fast-check";
import {
  createVariableIndex,
  diagnoseTemplate,
  schemaFromType,
  type JSONSchema,
  type TypeDescription,
} from "image-generation-node/template";
import { describe, expect, it } from "vitest";

const indexOf = (type: TypeDescription) =>
  createVariableIndex([{ slug: "a", label: "A", schema: schemaFromType(type) }]);
const codesOf = (type: TypeDescription, path: string) =>
  diagnoseTemplate(`{{${path}}}`, indexOf(type)).map(({ code }) => code);

const text = { type: "string" };
const number = { type: "number" };
const object = (properties: Record<string, JSONSchema>): JSONSchema => ({ type: "object", properties });
const list = (items: JSONSchema): JSONSchema => ({ type: "array", items });
const dateTime = { type: "string", format: "date-time" };
const open = { type: "object", additionalProperties: true };

describe("schemaFromType", () => {
  it.each<readonly [TypeDescription, JSONSchema]>([
    ["string", text],
    [" String ", text],
    ["number", number],
    ["integer", { type: "integer" }],
    ["boolean", { type: "boolean" }],
    ["null", { type: "null" }],
    ["undefined", { type: "null" }],
    ["any", {}],
    ["unknown", {}],
    ["object", open],
    ["array", list({})],
    ["Date", dateTime],
    ["string[]", list(text)],
    ["string[][]", list(list(text))],
    ["readonly string[]", list(text)],
    ["array[string]", list(text)],
    ["string?", text],
    ["Array<{ id: number }>", list(object({ id: number }))],
    ["ReadonlyArray<string>[]", list(list(text))],
    ["Promise<Partial<{ id: number }>>", object({ id: number })],
    ["(string)", text],
  ])("reads the simple type %j", (type, schema) => {
    expect(schemaFromType(type)).toEqual(schema);
  });

  it.each<readonly [string, JSONSchema]>([
    ["{ title: string; tags?: string[] }", object({ title: text, tags: list(text) })],
    ["{ title: string, tags?: string[], }", object({ title: text, tags: list(text) })],
    ["{\n  title: string\n  tags?: string[]\r\n}", object({ title: text, tags: list(text) })],
    ["{ a: string?\n b: number }", object({ a: text, b: number })],
    ["{ a:\n | string\n | number\n b: number }", object({ a: { type: ["string", "number"] }, b: number })],
    ["{ list: Array<\n  string\n>\n b: number }", object({ list: list(text), b: number })],
    ["{ // the title: of all\n title: string /* or; not */ }", object({ title: text })],
    [
      `{ "odd; key": string; 'other': number; 5: number }`,
      object({ "odd; key": text, other: number, 5: number }),
    ],
    ["{ readonly id: number; readonly: string }", object({ id: number, readonly: text })],
    ["{ deep: { er: { value: number } } }", object({ deep: object({ er: object({ value: number }) }) })],
    ["{ run(): void; on: () => void; id: number }", object({ on: {}, id: number })],
    ["{ title, id: }", object({ title: {}, id: {} })],
    ["{ toString: string; __proto__: string; constructor: number }", object({ toString: text })],
    ["{ [key: string]: number }", { ...object({}), additionalProperties: number }],
    ["{ id: string; [key: string]: any }", { ...object({ id: text }), additionalProperties: {} }],
    ["{ ...Base; id: string }", { ...object({ id: text }), additionalProperties: true }],
    ["Record<string, number>", { type: "object", additionalProperties: number }],
    ['Record<"a" | "b", number>', object({ a: number, b: number })],
    ["{}", {}],
  ])("reads the object %j", (type, schema) => {
    expect(schemaFromType(type)).toEqual(schema);
  });

  it.each<readonly [string, JSONSchema]>([
    ["string | null", { type: ["string", "null"] }],
    ["string | undefined", text],
    ["string | number | string", { type: ["string", "number"] }],
    ['"a" | "b"', { type: "string", enum: ["a", "b"] }],
    ["| 'a'\n| 'it\\'s'", { type: "string", enum: ["a", "it's"] }],
    ["1 | -2.5", { type: "number", enum: [1, -2.5] }],
    ["true", { type: "boolean", enum: [true] }],
    ['"a" | null', { type: ["string", "null"], enum: ["a", null] }],
    ['"a" | number', { anyOf: [{ type: "string", enum: ["a"] }, number] }],
    ["{ a: string } | null", { anyOf: [object({ a: text }), { type: "null" }] }],
    ["(string | number)[]", list({ type: ["string", "number"] })],
    ["string | Something", {}],
    ["{ a: string } & { b: number }", { allOf: [object({ a: text }), object({ b: number })] }],
    ["{ a: string } & Base", { allOf: [object({ a: text })], additionalProperties: true }],
    ['string & { __brand: "id" }', text],
    ["Base & Other", {}],
    ["[string, number]", { type: "array", prefixItems: [text, number] }],
    ["[name: string, age?: number]", { type: "array", prefixItems: [text, number] }],
    ["[string, ...number[]]", { type: "array", prefixItems: [text], items: number }],
    ["[]", list({})],
  ])("reads what is put together: %j", (type, schema) => {
    expect(schemaFromType(type)).toEqual(schema);
  });

  it("reads objects and lists of texts", () => {
    expect(schemaFromType({ title: "string", items: "number[]", author: { name: "string" } })).toEqual(
      object({ title: text, items: list(number), author: object({ name: text }) }),
    );
    expect(schemaFromType(["string"])).toEqual(list(text));
    expect(schemaFromType(["string", { id: "number" }])).toEqual({
      type: "array",
      prefixItems: [text, object({ id: number })],
    });
  });

  it.each<readonly [unknown]>([
    [""],
    ["Something"],
    ["Pick<A, 'b'>"],
    ["{ a: string"],
    ["a: string }"],
    ["{ a: [string }]"],
    ['"not closed'],
    ["(x: number) => string"],
    ["A extends B ? C : D"],
    ["%&!"],
    [{}],
    [5],
    [null],
    [new Map()],
    [() => "string"],
  ])("allows anything where it can't read %o", (type) => {
    expect(schemaFromType(type as string)).toEqual({});
  });
});

describe("the schema of a type, in an index", () => {
  it.each([
    ["{ title: string; tags?: string[] }", "a.title", []],
    ["{ title: string; tags?: string[] }", "a.tags[3]", []],
    ["{ title: string; tags?: string[] }", "a.titel", ["unknown_variable"]],
    ["{ title: string; other: Something }", "a.other.what[0].ever", []],
    ["Something", "a.what.ever", []],
    ["{ a: string } & Something", "a.what.ever", []],
    ["{ a: string } | Something", "a.what", []],
    ["{ a: string } | null", "a.b", ["unknown_variable"]],
    ["Record<string, number>", "a.what", []],
    ["Record<string, { id: number }>", "a.what.id", []],
    ["{ rows: any[] }", "a.rows[0].id", []],
    ["{ rows: array }", "a.rows[0].id", []],
    ["{ ...Base; id: string }", "a.what.ever", []],
    ["[string, { id: number }]", "a[1].id", []],
    ["[string, { id: number }]", "a[1].it", ["unknown_variable"]],
    ["File", "a._metadata.mimeType", []],
    ["File", "a.url", []],
    ["File", "a", ["object_in_text"]],
  ])("%s: {{%s}} has the problems %j", (type, path, codes) => {
    expect(codesOf(type, path)).toEqual(codes);
  });

  it.each([
    ["string | null", "string"],
    ['"a" | "b"', "string"],
    ['"a" | null', "string"],
    ["integer", "number"],
    ["string | number", "unknown"],
    ["true | false", "boolean"],
    ["Date", "string"],
    ["any", "unknown"],
    ["object", "object"],
    ["string[] | undefined", "array"],
    ["File", "file"],
    ["File | null", "file"],
    ["[string, number]", "array"],
  ])("%s is offered as %s", (type, expected) => {
    expect(indexOf(type).get("a")?.type).toBe(expected);
  });

  it("completes members, elements and the first literal", () => {
    const index = indexOf('{ tone: "warm" | "cold"; rows: Array<{ id: number }> }');
    expect(index.children("a").map(({ path }) => path)).toEqual(["a.tone", "a.rows"]);
    expect(index.children("a.rows[0]").map(({ path }) => path)).toEqual(["a.rows[0].id"]);
    expect(index.get("a.tone")?.sample).toBe("warm");
  });
});

const describeMember = () => ({ value: "string", configurable: true, enumerable: true });

describe("any type", () => {
  const name = fc.constantFrom("a", "b", "toString", "x-y", "Date");
  const typed = fc.letrec<{ type: [string, JSONSchema] }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<[string, JSONSchema][]>(
        ["string", text],
        ["number", number],
        ["Foo", {}],
        ["Date", dateTime],
      ),
      tie("type").map(([type, schema]): [string, JSONSchema] => [`(${type})[]`, list(schema)]),
      tie("type").map(([type, schema]): [string, JSONSchema] => [`Array< ${type} >`, list(schema)]),
      fc
        .tuple(fc.dictionary(name, tie("type"), { minKeys: 1 }), fc.constantFrom("; ", ", ", "\n"))
        .map(([members, sign]): [string, JSONSchema] => [
          `{ ${Object.entries(members)
            .map(([key, [type]]) => `${JSON.stringify(key)}?: ${type}`)
            .join(sign)} }`,
          object(Object.fromEntries(Object.entries(members).map(([key, [, schema]]) => [key, schema]))),
        ]),
    ),
  })).type;

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(typed, ([type, schema]) => {
        expect(schemaFromType(type)).toEqual(schema);
      }),
    );
  });

  it("is a schema and never an error, whatever it is", () => {
    const signs = fc.constantFrom(
      ..."{}[]()<>|&;:,?\n\"'\\ ",
      "a",
      "string",
      "=>",
      "...",
      "//",
      "/*",
      "readonly ",
      "Record",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: signs }), fc.string(), fc.anything()), (type) => {
        const schema = schemaFromType(type as string);
        expect(Object.getPrototypeOf(schema)).toBe(Object.prototype);
        expect(() => indexOf(type as string).size).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["objects", "{a:", "}"],
    ["lists", "[", "]"],
    ["generics", "Array<", ">"],
    ["records", "Record<", ">"],
    ["records of records", "Record<string,", ">"],
    ["groups", "(", ")"],
    ["arrays", "", "[]"],
    ["brackets that do not close", "{a:[", ""],
    ["unions", "a|", ""],
    ["intersections", "{a:b}&", ""],
    ["readonly", "readonly ", ""],
    ["question marks", "", "?"],
    ["quotes", '"', ""],
    ["escaped quotes", '\\"', ""],
    ["comments", "/*", ""],
    ["blanks", " \n", ""],
    ["members", "a:b;", ""],
  ])("comes to an end at a million characters: %s", (_, before, after) => {
    const repeated = (letters: number) => {
      const times = Math.ceil(letters / (before + after).length);
      return before.repeat(times) + "x" + after.repeat(times);
    };
    for (const type of [repeated(1_000_000), `{${repeated(100_000)}}`])
      expect(indexOf(type).size).toBeGreaterThan(0);
  });

  it("allows anything below 50 levels, and in itself", () => {
    const deep = (levels: number) => schemaFromType(`${"{a:".repeat(levels)}string${"}".repeat(levels)}`);
    expect(JSON.stringify(deep(49))).toContain("string");
    expect(JSON.stringify(deep(50))).not.toContain("string");
    expect(JSON.stringify(schemaFromType(`string${"[]".repeat(90)}`)).length).toBeLessThan(2_000);
    let nested: TypeDescription = "string";
    for (let level = 0; level < 20_000; level++) nested = level % 2 ? [nested] : { a: nested };
    expect(JSON.stringify(schemaFromType(nested)).match(/"type"/g)).toHaveLength(50);
    const self: Record<string, TypeDescription> = { text: "string" };
    self["a"] = self["b"] = self["c"] = self;
    expect(schemaFromType(self)).toEqual(object({ text, a: {}, b: {}, c: {} }));
    const fresh = (): unknown =>
      new Proxy({ a: "string", b: "string" }, { get: fresh, getOwnPropertyDescriptor: describeMember });
    expect(indexOf(fresh() as string).size).toBeGreaterThan(1);
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    expect(schemaFromType({ a: revoked.proxy, b: "string" })).toEqual(object({ a: {}, b: text }));
  });
});
