import fc from "fast-check";
import {
  createImageNodeConfig,
  imageNodeConfigSchema,
  parseImageNodeConfig,
} from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { isReadableConfig } from "../../src/react/config-form/foreign/isReadableConfig.js";
import { FOREIGN_SHAPES } from "./foreign/foreignShapes.js";

const template = "A cat";

/** Every value of a JSON that is no object and no list. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/** What stays under its key, wherever that is. */
const RIDER = fc.record({
  holder: fc.nat(),
  key: fc.constantFrom("later", "acme_id", "__proto__", "constructor"),
});

describe("parseImageNodeConfig, of a shape of somebody else's,", () => {
  it.each(FOREIGN_SHAPES)("reads $name, and loses nothing", ({ saved, reads, keeps }) => {
    const { template = "", instructions = "", mode = "manual", ...others } = reads;
    const before = structuredClone(saved);
    const { config, notes } = parseImageNodeConfig(saved);
    expect(config).toEqual({
      ...createImageNodeConfig({ prompt: { mode: mode as "manual", template, instructions } }),
      ...others,
      ...keeps,
    });
    expect(imageNodeConfigSchema.safeParse(config).error).toBeUndefined();
    expect(notes.length).toBeGreaterThan(0);
    expect(saved).toEqual(before);
    expect(isReadableConfig(saved)).toBe(true);
  });

  it.each(FOREIGN_SHAPES)("reads $name once: the result is this node's own", ({ saved }) => {
    const { config } = parseImageNodeConfig(saved);
    const { config: again, notes } = parseImageNodeConfig(config);
    expect(again).toEqual(config);
    expect(notes.filter((note) => !note.includes("which this version does not know"))).toEqual([]);
    expect(parseImageNodeConfig(JSON.stringify(saved)).config).toEqual(config);
  });

  it.each([
    ["the nearest shape", { prompt: template, size: "1024x1536" }, /"size".*"portrait".*nearest/],
    [
      "no nearest shape where one fits",
      { prompt: template, size: "1792x1024" },
      /"landscape" \(saved as "1792x1024"\)\.$/,
    ],
    ["an expression's sign", { resource: "image", prompt: "=A cat" }, /the "=" .* off "prompt"/],
    ["no seed", { prompt: template, seed: -1 }, /"seed" as no seed/],
    [
      "more than one image",
      { prompt: template, options: { n: 3 } },
      /"options\.n" asks for more than the one/,
    ],
    ["what it can't place", { prompt: template, options: { seed: "any" } }, /place "options\.seed"/],
    ["another member called settings", { prompt: template, settings: [1] }, /otherSettings/],
  ])("says that it assumed %s", (_, saved, note) => {
    expect(parseImageNodeConfig(saved).notes.join("\n")).toMatch(new RegExp(note.source, "m"));
  });

  it("says nothing of one image, which is what a run makes", () => {
    const one = { input: { prompt: template, n: 1 } };
    const { notes } = parseImageNodeConfig({ input: { prompt: template } });
    expect(parseImageNodeConfig(one).notes).toEqual(notes);
  });

  it("leaves alone what a host keeps in a configuration of this node", () => {
    const saved = {
      ...createImageNodeConfig({ prompt: { template }, settings: { quality: "low" } }),
      quality: "high",
      size: "1024x1536",
      n: 4,
      input: { prompt: "Another" },
      options: { seed: 5 },
      parameters: { prompt: { template: "Another" } },
    };
    expect(parseImageNodeConfig(saved)).toEqual({ config: saved, notes: [] });
  });

  it("takes a configuration of this node out of the node that holds it", () => {
    const own = { ...createImageNodeConfig({ prompt: { template }, style: "acme" }), acme: { a: 1 } };
    const { config } = parseImageNodeConfig({
      id: "n4",
      position: { x: 1, y: 2 },
      style: { width: 200 },
      data: { label: "Poster", ...own, data: 5 },
    });
    const data = { data: 5, style: { width: 200 } };
    expect(config).toEqual({ ...own, id: "n4", label: "Poster", position: { x: 1, y: 2 }, data });
  });

  it("takes a name that is empty for none", () => {
    const saved = { ...createImageNodeConfig(), prompt: template, "": 5 };
    expect(parseImageNodeConfig(saved).config).toEqual({
      ...createImageNodeConfig({ prompt: { template } }),
      "": 5,
    });
  });

  it("keeps what else a wrapper of the prompt has", () => {
    const { config } = parseImageNodeConfig({
      prompt: { mode: "promptAI", value: "Draw it", later: 1 },
      template: "card",
    });
    expect(config.prompt).toMatchObject({ mode: "prompt_ai", instructions: "Draw it", later: 1 });
  });

  it("takes no mode of another editor for one of a prompt", () => {
    const { prompt } = parseImageNodeConfig({
      mode: "auto",
      input: { prompt: template, mode: "auto" },
    }).config;
    expect(prompt).toEqual({ mode: "manual", template, instructions: "" });
  });

  it("sets aside what is no list of settings, and keeps it", () => {
    const saved = { ...createImageNodeConfig({ prompt: { template } }), settings: "fast" };
    const { config } = parseImageNodeConfig(saved);
    expect(config).toMatchObject({ otherSettings: "fast" });
    expect(imageNodeConfigSchema.safeParse(config).error).toBeUndefined();
    expect(parseImageNodeConfig(config)).toEqual({ config, notes: [] });
  });
});

describe("parseImageNodeConfig, of a shape that is hostile,", () => {
  const cyclic: Record<string, unknown> = { prompt: template };
  Object.assign(cyclic, { input: cyclic, options: { parameters: cyclic }, data: [cyclic] });
  const endlessText: Record<string, unknown> = { type: "doc" };
  endlessText.content = [endlessText, endlessText];
  const deep = (levels: number) =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ input: inner }), { prompt: template });
  const thrower = {
    prompt: template,
    get input() {
      return {
        get size() {
          throw new Error("a getter's own");
        },
      };
    },
  };

  it.each<[string, unknown]>([
    ["holds itself", cyclic],
    ["is deep", deep(30)],
    ["throws", thrower],
    [
      "has a thousand thousand members",
      {
        prompt: template,
        options: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at])),
      },
    ],
    [
      "has names of a megabyte",
      { prompt: template, options: { [".input".repeat(200_000)]: { size: "1x1" } } },
    ],
    [
      "has a size of a megabyte",
      { prompt: template, size: "1".repeat(1_000_000), width: "9".repeat(1_000_000), height: 1 },
    ],
  ])("reads one that %s", (_, saved) => {
    expect(parseImageNodeConfig(saved).config.prompt.template).toBe(template);
  });

  it("leaves a circle as it is", () => {
    expect(parseImageNodeConfig(cyclic).config.input).toBe(cyclic);
  });

  it("keeps a document that never ends", () => {
    const { config } = parseImageNodeConfig({ input: { prompt: endlessText } });
    expect(config).toMatchObject({ prompt: { template: "" }, input: { prompt: endlessText } });
  });

  it("reads no prototype", () => {
    const saved: unknown = JSON.parse(
      '{"prompt":"A cat","options":{"__proto__":{"seed":5},"constructor":{"size":"1x1"}},"providerOptions":{"__proto__":{"seed":6},"later":1},"__proto__":{"quality":"high"}}',
    );
    const { config } = parseImageNodeConfig(saved);
    expect(config).not.toHaveProperty("settings");
    expect(Object.getPrototypeOf(config)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("seed");
    expect(JSON.stringify(config)).toContain('"options":{"__proto__":{"seed":5}');
  });
});

describe("parseImageNodeConfig, of any shape,", () => {
  it("keeps every member that it has no name for, at any place of any known shape", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOREIGN_SHAPES), RIDER, ({ saved }, { holder, key }) => {
        const copy = structuredClone(saved) as Record<string, unknown>;
        const holders = [copy, ...objectsOf(copy)];
        Object.defineProperty(holders[holder % holders.length] ?? copy, key, {
          value: "rides along",
          enumerable: true,
          configurable: true,
          writable: true,
        });
        const { config } = parseImageNodeConfig(copy);
        expect(leavesOf(config)).toContain("rides along");
        expect(parseImageNodeConfig(config).config).toEqual(config);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

/** Lists the objects in a value that are no part of a text's document. */
function objectsOf(value: unknown): object[] {
  if (typeof value !== "object" || value === null || "content" in value) return [];
  return Object.values(value).flatMap((member) => [
    ...(typeof member === "object" && member !== null && !Array.isArray(member) && !("content" in member)
      ? [member]
      : []),
    ...objectsOf(member),
  ]);
}
