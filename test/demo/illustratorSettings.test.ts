import { describe, expect, it } from "vitest";
import sharp from "sharp";
import {
  catalogSchema,
  createImageNodeConfig,
  generationSchema,
  readModelSettings,
} from "image-generation-node/contract";
import { createDemoBackend } from "image-generation-node/demo";
import { createIllustrator } from "../../src/demo/createIllustrator.js";
import { ILLUSTRATOR_SETTINGS } from "../../src/demo/illustratorSettings.js";
import { compose, composeWithout, count } from "./library.js";

const BASE = "http://127.0.0.1:6006/api/image-node";
type Settings = Record<string, string | number | boolean>;

const draw = async (settings: Settings = {}, content = "a red fox under a full moon", style = "auto") => {
  const bytes = await createIllustrator({ vary: true }).generate({
    prompt: content,
    content,
    aspectRatio: "square",
    width: 192,
    height: 192,
    style,
    settings,
    scope: "w",
    context: {},
    signal: new AbortController().signal,
  });
  return Buffer.from(bytes);
};

/** Mean red, green and blue of a picture, and how far its pixels are from grey. */
async function coloursOf(png: Buffer) {
  const { channels } = await sharp(png).removeAlpha().stats();
  const pixels = await sharp(png).removeAlpha().raw().toBuffer();
  let colour = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const rgb = [...pixels.subarray(at, at + 3)];
    colour += Math.max(...rgb) - Math.min(...rgb);
  }
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
  return { red, green, blue, colour: (colour * 3) / pixels.length };
}

/** A prompt of every kind of picture. */
const KINDS = [
  "a cat",
  "A professional headshot of a woman in business attire",
  "Professional business infographic showing revenue up 24%",
  "freedom and time",
  "A featured image for a blog about remote work",
  "Lamp No. 4, a slim brass desk lamp",
];

describe("the illustrator's settings", () => {
  it("have a default that changes nothing, and every other value that changes the picture", async () => {
    const plain = await draw({ seed: 5 });
    const values: Settings[] = readModelSettings({ settings: ILLUSTRATOR_SETTINGS }).flatMap((setting) => {
      const all = setting.enum ?? (setting.type === "boolean" ? [true, false] : []);
      return all.map((value) => ({ [setting.name]: value }));
    });
    const given = [...values, { grain: 0 }, { grain: 0.1 }, { seed: 6 }, { negative_prompt: "moon" }];
    for (const settings of given) {
      const [[name = "", value] = []] = Object.entries(settings);
      const isDefault = ILLUSTRATOR_SETTINGS.properties[name]?.default === value;
      const drawn = await draw({ seed: 5, ...settings });
      expect(drawn.equals(plain), JSON.stringify(settings)).toBe(isDefault);
    }
  });

  it.each(["auto", "oil_painting", "sketch"])("draw the same bytes again by seed in %s", async (style) => {
    const settings = { seed: 2_147_483_647, palette: "warm", grain: 0.5, detail: "rich", frame: true };
    const first = await draw(settings, "a cat", style);
    expect(first.equals(await draw(settings, "a cat", style))).toBe(true);
    expect(first.equals(await draw({ ...settings, seed: 2_147_483_646 }, "a cat", style))).toBe(false);
  });

  it.each(KINDS)("change a picture of every kind: %s", async (content) => {
    const all: Settings[] = [
      {},
      { seed: 1 },
      { detail: "simple" },
      { detail: "rich" },
      { palette: "cool" },
      { frame: true },
      { grain: 1 },
    ];
    const drawn = await Promise.all(all.map((settings) => draw({ seed: 0, ...settings }, content)));
    expect(new Set(drawn.map((png) => png.toString("base64"))).size).toBe(all.length);
  });

  it("draw another picture for each seed, whatever is drawn", () => {
    const prompts = [...KINDS, "Two doctors in a room", "a fish", "a red car in a city", "a planet", "a mug"];
    const alike: string[] = [];
    for (const content of prompts) {
      for (const style of ["auto", "minimalist"]) {
        const drawn = Array.from({ length: 40 }, (_, seed) => compose(content, style, 512, 512, seed).svg);
        if (new Set(drawn).size < drawn.length) alike.push(`${content}, ${style}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it("colour the whole picture by palette", async () => {
    const of = async (palette: string) => coloursOf(await draw({ seed: 1, palette }, "a cat"));
    const natural = await of("natural");
    const [warm, cool] = [await of("warm"), await of("cool")];
    expect(warm.red - warm.blue).toBeGreaterThan(natural.red - natural.blue);
    expect(cool.red - cool.blue).toBeLessThan(natural.red - natural.blue);
    expect((await of("mono")).colour).toBeLessThan(1);
    expect((await of("vivid")).colour).toBeGreaterThan(natural.colour);
    expect((await of("pastel")).colour).toBeLessThan(natural.colour);
  });

  it("lay paper along the rim of a framed picture", async () => {
    const { data } = await sharp(await draw({ frame: true }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([248, 244, 235]);
  });

  it("count as their defaults where their values are none", async () => {
    const odd = { seed: "7", detail: "huge", palette: 4, frame: "yes", grain: "much", negative_prompt: 1 };
    expect((await draw(odd)).equals(await draw({ seed: 0 }))).toBe(true);
  });
});

describe("a negative prompt", () => {
  const without = (content: string, negativePrompt: string) => composeWithout(content, negativePrompt).svg;

  it.each([
    ["a red fox under a full moon", "the moon", 'data-part="moon"'],
    ["a fox at night", "moonlight", 'data-part="moon"'],
    ["a fox at night", "stars", 'data-part="stars"'],
    ["a dog in a meadow", "sun", 'data-part="sun"'],
    ["a dog under a rainbow", "no rainbow", 'data-part="rainbow"'],
    ["a dog in the rain", "rain", 'data-part="rain"'],
    ["a dog in the snow", "snow", 'data-part="snow"'],
    ["two cats on a beach", "cats", 'data-part="animal"'],
    ["Two doctors and a chef", "people", 'data-part="person"'],
    ["A headshot of a woman in a suit", "a person", 'data-part="bust"'],
    ["a blog post about remote work", "laptop", 'data-hero="laptop"'],
  ])("leaves out of %j: %s", (content, negativePrompt, part) => {
    expect(compose(content).svg).toContain(part);
    expect(without(content, negativePrompt)).not.toContain(part);
  });

  it.each(["clouds", "trees", "grass", "flowers"])(
    "leaves %s out, and everything else in its place",
    (what) => {
      const [plain, drawn] = [compose("a dog in a meadow").svg, without("a dog in a meadow", what)];
      expect(drawn.length).toBeLessThan(plain.length);
      const dog = /data-part="animal".*$/s;
      if (what === "clouds" || what === "trees") expect(dog.exec(drawn)?.[0]).toBe(dog.exec(plain)?.[0]);
    },
  );

  it("leaves the other things, and those of another colour", () => {
    const svg = without("two cats and a green apple", "red apples, dogs");
    expect(count(svg, 'data-glyph="cat')).toBe(
      count(compose("two cats and a green apple").svg, 'data-glyph="cat'),
    );
    expect(svg).toContain("apple");
    expect(without("two cats and a green apple", "apples")).not.toContain("apple");
  });

  it.each(["", "  ,; ", "zzz", "<script>", "\ud800", "constructor, __proto__"])(
    "may be %j",
    (negativePrompt) => {
      expect(without("a fox", negativePrompt)).toBe(compose("a fox").svg);
    },
  );
});

describe("the demo back end", () => {
  const { handler } = createDemoBackend();
  const generate = async (settings?: Settings) => {
    const config = createImageNodeConfig({
      prompt: { template: "A red fox" },
      ...(settings && { settings }),
    });
    const response = await handler(
      new Request(`${BASE}/generations`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
        body: JSON.stringify({ config, variables: {} }),
      }),
    );
    return generationSchema.parse(await response.json());
  };

  it("offers a setting of every kind, one at least for those who look closer, and stays free", async () => {
    const response = await handler(new Request(`${BASE}/catalog`));
    const [model] = catalogSchema.parse(await response.json()).imageModels;
    const settings = readModelSettings(model);
    const kinds = settings.map(({ type, enum: choices }) => (choices ? "enum" : type));
    expect(new Set(kinds)).toEqual(new Set(["enum", "boolean", "integer", "string", "number"]));
    expect(settings.map(({ name }) => name)).toEqual(model?.settings?.order);
    expect(settings.filter(({ advanced }) => advanced).length).toBeGreaterThan(0);
    for (const { title, description } of settings) expect([title, description]).not.toContain(undefined);
    expect(model).toMatchObject({ kind: "demo", price: { min: 0, max: 0 } });
  });

  it("tells the seed that it drew with, which draws the same picture again", async () => {
    const [first, second] = [await generate(), await generate()];
    expect(first.image.sha256).not.toBe(second.image.sha256);
    expect(second.settings).toMatchObject({ detail: "normal", palette: "natural", seed: 1 });
    expect((await generate({ seed: Number(second.settings?.seed) })).image.sha256).toBe(second.image.sha256);
    expect((await generate(second.settings as Settings)).image.sha256).toBe(second.image.sha256);
  });
});
