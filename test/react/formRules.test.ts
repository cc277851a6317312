import type { Catalog } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { groupOptions, withSaved } from "../../src/react/catalog-select/CatalogOption.js";
import { modelOptions } from "../../src/react/catalog-select/modelOptions.js";
import { countLoopItems } from "../../src/react/config-form/run/countLoopItems.js";
import { estimateCost } from "../../src/react/config-form/run/estimateCost.js";
import { isReadableConfig } from "../../src/react/config-form/foreign/isReadableConfig.js";
import { promptHints } from "../../src/react/config-form/promptHints.js";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { languages } from "../../stories/support/languages.js";
import { catalog } from "./samples.js";

const [painterEntry, writerEntry] = [catalog.imageModels[1], catalog.promptModels[1]];
if (!painterEntry || !writerEntry) throw new Error("The sample catalog has two models of each kind.");

const styles = [
  { id: "auto", label: "Auto", words: ["auto"] },
  { id: "watercolor", label: "Watercolor", words: ["watercolor", " watercolour"] },
  { id: "3d_render", label: "3D Render", words: ["3d render", "cgi"] },
  { id: "brand", label: "Acme (2026)", words: ["Acme (2026)"] },
  { id: "ink", label: "水墨", words: ["水墨"] },
];
const WELL = "A red fox under a full moon, soft light";

describe("promptHints", () => {
  it.each([
    ["", []],
    [WELL, []],
    ["A cat", ["very_short"]],
    ["A red cat sleeping", []],
    ["{{trigger.output.subject}}", []],
    ["猫が寝る", ["very_short"]],
    ["満月の下で静かに眠る赤い狐", []],
    [`${WELL} in Watercolour`, ["style_in_prompt:Watercolour"]],
    [`${WELL}, watercolors everywhere`, []],
    [`${WELL} {{trigger.output.watercolor}}`, []],
    [`${WELL} from an autoshop, auto`, []],
    [`${WELL}, CGI!`, ["style_in_prompt:CGI"]],
    [`${WELL} by Acme (2026)`, ["style_in_prompt:Acme (2026)"]],
    [`静かな水墨の山と川の風景`, ["style_in_prompt:水墨"]],
    [`${WELL} 1024x1024`, ["pixels_in_prompt:1024x1024"]],
    [`${WELL} 1920 × 1080px`, ["pixels_in_prompt:1920 × 1080px"]],
    [`${WELL} ١٠٢٤×٧٦٨`, ["pixels_in_prompt:١٠٢٤×٧٦٨"]],
    [`${WELL}, 300 dpi`, ["pixels_in_prompt:300 dpi"]],
    [`${WELL}, in 4K`, ["pixels_in_prompt:4K"]],
    [`雪山で眠る小さなcgi風のキツネ`, ["style_in_prompt:cgi"]],
    [`月光下沉睡的红色狐狸，Watercolor风格`, ["style_in_prompt:Watercolor"]],
    [`Watercolorの狐、満月の下で静かに眠る`, ["style_in_prompt:Watercolor"]],
    [`満月の下で眠るwatercolorsの狐`, []],
    [`1024x1024の満月の下で眠る猫`, ["pixels_in_prompt:1024x1024"]],
    [`満月の下で眠る１０２４ｘ７６８の猫`, ["pixels_in_prompt:１０２４ｘ７６８"]],
    [`満月の下で静かに眠る猫、4K画質`, ["pixels_in_prompt:4K"]],
    [`満月の下で眠る猫、300dpi以上`, ["pixels_in_prompt:300dpi"]],
    [`${WELL} with 1200 sheep and 3 x 4 windows`, []],
    ["watercolor cat 8k", ["style_in_prompt:watercolor", "pixels_in_prompt:8k", "very_short"]],
  ])("%j → %j", (text, expected) => {
    const hints = promptHints(text, { styles, style: "auto" });
    expect(hints.map(({ code, params }) => (params.found ? `${code}:${params.found}` : code))).toEqual(
      expected,
    );
  });

  it.each([
    ["ja", "満月の下で静かに眠る猫、512ピクセルの画像", "512ピクセル"],
    ["zh-CN", "月光下沉睡的红色狐狸，1024×768像素", "1024×768像素"],
    ["ar", "قط أحمر نائم تحت ضوء القمر بعرض ١٠٢٤ بكسل", "١٠٢٤ بكسل"],
    ["de", `${WELL}, 800 Pixel breit`, "800 Pixel"],
    ["es", `${WELL}, de 800 píxeles`, "800 píxeles"],
    ["pl", `${WELL}, 800 pikseli`, "800 pikseli"],
    ["en", `${WELL}, 800 pixels`, "800 pixels"],
    ["en", `${WELL}, 800 pixelated dots`, undefined],
  ])("finds pixels in the units of %s: %s", async (tag, text, expected) => {
    const messages = await languages.find((each) => each.tag === tag)?.load();
    const pixels = createTranslate(en, messages)("hintWords.pixels").split(",");
    const [hint] = promptHints(text, { styles: [], style: "auto", pixels });
    expect(hint?.params.found).toBe(expected);
  });

  it("says that the style is said twice where Style has it already", () => {
    expect(promptHints(`${WELL}, watercolor`, { styles, style: "watercolor" })).toEqual([
      { code: "style_twice", params: { found: "watercolor", style: "Watercolor" }, styleId: "watercolor" },
    ]);
  });

  it("lets instructions be short", () => {
    expect(promptHints("A cat", { styles, style: "auto", instructions: true })).toEqual([]);
  });

  it("is quick with a hostile text", () => {
    const started = performance.now();
    promptHints("1".repeat(100_000) + " x".repeat(50_000), { styles, style: "auto" });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("estimateCost", () => {
  const of = (changes: Partial<Catalog>, choice: Partial<Parameters<typeof estimateCost>[1]> = {}) =>
    estimateCost(
      { ...catalog, ...changes },
      { mode: "manual", imageModel: null, promptModel: null, ...choice },
    );
  const painter = {
    ...painterEntry,
    price: { currency: "USD", min: "0.04", max: "0.07", source: "list" },
  };
  const writer = { ...writerEntry, price: { currency: "USD", min: 0.01, max: 0.02 } };
  const priced = { imageModels: [painter], promptModels: [writer], defaults: {} };

  it.each([
    ["the demo is free", of({}), { state: "free", demo: true }],
    ["a workspace without models costs nothing and says nothing", of({ imageModels: [] }), null],
    [
      "a range with its source",
      of(priced),
      { state: "known", sums: [{ currency: "USD", min: 0.04, max: 0.07 }], sources: ["list"] },
    ],
    [
      "an unpriced model is unknown",
      of({ ...priced, imageModels: [{ ...painter, price: undefined }] }),
      { state: "unknown" },
    ],
    [
      "an unpriced writer is unknown",
      of({}, { mode: "auto", imageModel: "acme/painter", promptModel: "acme/writer" }),
      { state: "unknown" },
    ],
    ["a retired model is unknown", of(priced, { imageModel: "gone" }), { state: "unknown" }],
    ["a retired writer is unknown", of(priced, { mode: "auto", promptModel: "gone" }), { state: "unknown" }],
    [
      "the writer does not matter in manual",
      of({ ...priced, promptModels: [] }),
      expect.objectContaining({ state: "known" }),
    ],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it("adds image and prompt, and keeps currencies apart", () => {
    const both = of(priced, { mode: "auto" });
    expect(both).toMatchObject({ sums: [{ min: 0.05, max: expect.closeTo(0.09, 10) as number }] });
    const euro = { ...writer, price: { ...writer.price, currency: "EUR" } };
    expect(of({ ...priced, promptModels: [euro] }, { mode: "auto" })).toMatchObject({
      sums: [{ currency: "USD" }, { currency: "EUR" }],
    });
  });
});

describe("countLoopItems", () => {
  const loop = (total: unknown, currentItem: unknown = {}) => ({
    slug: "loop",
    label: "Loop",
    sample: { output: { currentItem, currentIndex: 0, total } },
  });
  it.each([
    [[], undefined],
    [[{ slug: "a", label: "A", sample: { output: { total: 5 } } }], undefined],
    [[loop(12)], 12],
    [[loop(12), loop(3)], 36],
    [[loop("many")], undefined],
    [[loop(12), loop(0)], undefined],
    [[{ slug: "a", label: "A" }], undefined],
  ])("%j: %s", (sources, expected) => {
    expect(countLoopItems(sources)).toBe(expected);
  });
});

describe("isReadableConfig", () => {
  it.each([
    [null, false],
    ["text", false],
    [7, false],
    [[], false],
    [{}, false],
    [{ prompt: null }, false],
    [{ prompt: { template: 7 } }, false],
    [{ prompt: "an older shape" }, true],
    [{ prompt: {} }, true],
    [{ version: 1, prompt: { mode: "manual", template: "A cat" } }, true],
    [{ template: "beside the prompt of an older shape" }, true],
    [{ input: { prompt: "of somebody else's node" } }, true],
    [{ prompt: { type: "doc", content: [] } }, true],
    [{ prompt: 7, input: { prompt: "A cat" } }, false],
    [{ input: { prompt: 7 } }, false],
    [{ model: "no prompt" }, false],
  ])("%j: %s", (value, expected) => {
    expect(isReadableConfig(value)).toBe(expected);
  });
});

describe("the options of a select", () => {
  const t = createTranslate(en);

  it("stand under their providers, what is no longer offered last", () => {
    const options = withSaved(modelOptions(t, catalog.imageModels, null, "image"), "gone/model", {
      note: "gone",
      reason: "not offered",
    });
    expect(groupOptions(options).map(({ label, options: members }) => [label, members.length])).toEqual([
      [undefined, 1],
      ["Demo", 1],
      ["Acme", 1],
      [undefined, 1],
    ]);
  });

  it("say price, demo and what is about to be retired", () => {
    const [, demo, painter] = modelOptions(t, catalog.imageModels, null, "image");
    expect(demo?.badge).toEqual({ kind: "demo", label: "Demo" });
    expect(painter?.description).toBe("\u20680.04–0.07 USD per image\u2069");
    const [, old] = modelOptions(t, [{ ...painterEntry, deprecated: true }], null, "image");
    expect(old).toMatchObject({
      badge: { kind: "deprecated" },
      description: "Acme · \u20680.04–0.07 USD per image\u2069",
    });
    expect(old?.reason).toMatch(/Acme Painter is going to be retired/);
  });

  it("do not judge a saved id before the catalog is known", () => {
    expect(withSaved([], "some/model", null)).toEqual([{ value: "some/model", label: "some/model" }]);
  });
});
