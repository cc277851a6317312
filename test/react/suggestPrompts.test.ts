import { createPathLanguage } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { createTranslate, exampleWords } from "../../src/react/messages/index.js";
import { languages } from "../../stories/support/languages.js";
import { suggestPrompts } from "../../src/react/preview/examples/suggestPrompts.js";

const t = createTranslate(exampleWords, { locale: "en", words: {} });
const source = (slug: string, distance: number, output: object): VariableSource => ({
  slug,
  label: slug,
  distance,
  sample: { output },
});
const suggest = (...sources: VariableSource[]) => suggestPrompts({ sources, language: undefined, t });

describe("suggestPrompts()", () => {
  it("makes prompts from the variables that say what a picture shows, and how it looks", () => {
    expect(
      suggest(source("trigger", 2, { style: "noir" }), source("agent", 1, { id: "7", subject: "a fox" })),
    ).toEqual([
      "A {{trigger.output.style}} illustration of {{agent.output.subject}}",
      "A photo of {{agent.output.subject}} in soft morning light",
      "{{agent.output.subject}} as a simple icon on a plain background",
    ]);
  });

  it("takes the nearest of two, and the better name before a nearer one", () => {
    expect(suggest(source("far", 5, { title: "a" }), source("near", 1, { title: "b" }))[1]).toContain(
      "near.",
    );
    expect(suggest(source("far", 5, { subject: "a" }), source("near", 1, { text: "b" }))[1]).toContain(
      "far.",
    );
  });

  it("takes a name itself before one that only holds it", () => {
    const found = suggest(source("far", 5, { name: "Lamp" }), source("near", 1, { filename: "a.png" }));
    expect(found[1]).toContain("{{far.output.name}}");
  });

  it("does without a variable for the style, and leaves out what is no text", () => {
    const found = suggest(source("item", 1, { name: "Lamp", style: 3 }));
    expect(found[0]).not.toContain("{{");
    expect(found[1]).toContain("{{item.output.name}}");
  });

  it.each([
    ["de", { Titelbild: "Fuchs", Farbe: "rot" }, "{{quelle.output.Titelbild}}", "{{quelle.output.Farbe}}"],
    ["ja", { 被写体: "狐", 色: "赤" }, "{{quelle.output.被写体}}", "{{quelle.output.色}}"],
    ["pt-BR", { nome: "raposa", tom: "frio" }, "{{quelle.output.nome}}", "{{quelle.output.tom}}"],
    ["pl", { subject: "lis", palette: "x" }, "{{quelle.output.subject}}", "{{quelle.output.palette}}"],
  ])("knows the names of %s, and the English ones beside them", async (tag, output, subject, style) => {
    const own = createTranslate(exampleWords, await languages.find((each) => each.tag === tag)?.load());
    const [first] = suggestPrompts({ sources: [source("quelle", 1, output)], language: undefined, t: own });
    expect(first).toContain(subject);
    expect(first).toContain(style);
  });

  it("finds a short name only by itself", async () => {
    const own = createTranslate(exampleWords, await languages.find(({ tag }) => tag === "pt-BR")?.load());
    const sources = [source("a", 1, { nome: "raposa", custom: "x" })];
    expect(suggestPrompts({ sources, language: undefined, t: own }).join()).not.toContain("custom");
  });

  it("suggests whole prompts where no variable says what a picture shows", () => {
    const found = suggest(source("http", 1, { status: 200, etag: "x" }));
    expect(new Set(found).size).toBe(3);
    expect(found.join("")).not.toContain("{{");
  });

  it("writes in the host's language", () => {
    const language = createPathLanguage({ open: "<<", close: ">>" });
    const sources = [source("agent", 1, { subject: "a fox" })];
    expect(suggestPrompts({ sources, language, t })[1]).toContain("<<agent.output.subject>>");
  });
});
