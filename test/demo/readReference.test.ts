import { describe, expect, it } from "vitest";
import sharp from "sharp";
import { STYLES } from "image-generation-node/contract";
import { createIllustrator } from "../../src/demo/createIllustrator.js";
import { distance } from "../../src/demo/reference/colours.js";
import type { Rgb } from "../../src/demo/reference/colours.js";
import { dominantColours } from "../../src/demo/reference/dominantColours.js";
import { readReference } from "../../src/demo/reference/readReference.js";

const SQUARE = { width: 320, height: 320 };

const encode = (body: string, width: number, height: number, format: "png" | "jpeg" = "png") =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`),
  )
    .toFormat(format)
    .toBuffer()
    .then((bytes) => ({ bytes: new Uint8Array(bytes), mimeType: `image/${format}` }));

/** A photo of an evening by the sea, a logo on white, a portrait and a wide sign. */
const REFERENCES = {
  photo: () =>
    encode(
      `<defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#2b1b54"/><stop offset="1" stop-color="#ffb070"/></linearGradient></defs><rect width="300" height="130" fill="url(#a)"/><rect y="130" width="300" height="70" fill="#17203f"/>`,
      300,
      200,
      "jpeg",
    ),
  logo: () =>
    encode(
      `<rect width="300" height="200" fill="#fff"/><circle cx="110" cy="100" r="60" fill="#e6007a"/><path d="M160 40h80v120h-80z" fill="#00a3e0"/>`,
      300,
      200,
    ),
  portrait: () =>
    encode(
      `<rect width="200" height="300" fill="#274a43"/><ellipse cx="100" cy="130" rx="55" ry="72" fill="#e0ac86"/><rect y="215" width="200" height="85" fill="#7c2d2d"/>`,
      200,
      300,
      "jpeg",
    ),
  sign: () =>
    encode(
      `<rect width="600" height="120" fill="#0b2a5b"/><circle cx="70" cy="60" r="36" fill="#ff8a00"/><rect x="140" y="35" width="420" height="50" fill="#fff"/>`,
      600,
      120,
    ),
};

const draw = async (
  picture: { bytes: Uint8Array; mimeType: string } | null,
  more: { content?: string; style?: string } = {},
) =>
  createIllustrator().generate({
    prompt: "",
    content: more.content ?? "a red fox",
    aspectRatio: "square",
    ...SQUARE,
    style: more.style ?? "auto",
    settings: {},
    scope: "w",
    context: {},
    signal: new AbortController().signal,
    ...(picture && { references: [{ ...picture, width: 1, height: 1, attachmentId: "att_1" }] }),
  });

const pixelsOf = async (png: Uint8Array, side = 64) => {
  const data = await sharp(png).resize(side, side, { fit: "fill" }).ensureAlpha().raw().toBuffer();
  return { data: new Uint8ClampedArray(data), width: side, height: side };
};

/** Mean distance of the colours that a picture is mostly made of to the nearest of others, by their shares. */
const apart = async (png: Uint8Array, colours: readonly Rgb[]) => {
  const all = dominantColours(await pixelsOf(png), 6);
  return all.reduce(
    (sum, { colour, share }) =>
      sum + share * Math.sqrt(Math.min(...colours.map((other) => distance(other, colour)))),
    0,
  );
};

describe("a reference of the illustrator", () => {
  it.each(Object.entries(REFERENCES))("gives a picture the colours of a %s", async (_, create) => {
    const picture = await create();
    const { colours } = await readReference(picture, SQUARE);
    const after = await apart(await draw(picture), colours);
    const without = await apart(await draw(null), colours);
    expect(after).toBeLessThan(50);
    expect(without).toBeGreaterThan(after * 2);
  });

  it.each(STYLES.filter((style) => style !== "auto"))("gives it in the style %s too", async (style) => {
    const picture = await REFERENCES.logo();
    const { colours } = await readReference(picture, SQUARE);
    const after = await apart(await draw(picture, { style }), colours);
    expect(after).toBeLessThan(await apart(await draw(null, { style }), colours));
  });

  it.each(["Professional headshot of a woman", "Business infographic, revenue up 24%", "freedom and time"])(
    "gives it for %j too",
    async (content) => {
      const picture = await REFERENCES.portrait();
      const { colours } = await readReference(picture, SQUARE);
      const after = await apart(await draw(picture, { content }), colours);
      expect(after * 1.5).toBeLessThan(await apart(await draw(null, { content }), colours));
    },
  );

  it.each(["auto", "minimalist"])("gives a picture its composition in the style %s", async (style) => {
    const picture = await REFERENCES.photo();
    const { horizon } = await readReference(picture, SQUARE);
    expect(horizon).toBeCloseTo(0.65, 1);
    const { data } = await pixelsOf(await draw(picture, { style }), 32);
    const at = (x: number, y: number) => [...data.slice((y * 32 + x) * 4, (y * 32 + x) * 4 + 3)];
    const [dusk, glow, water] = [at(2, 1), at(2, 19), at(2, 27)].map((rgb) => rgb[0] ?? 0);
    expect(glow).toBeGreaterThan((dusk ?? 0) + 80);
    expect(glow).toBeGreaterThan((water ?? 0) + 80);
  });

  it("shows a logo and a sign whole, and fills the picture with a photo", async () => {
    const shapesOf = async (create: () => ReturnType<typeof encode>) => {
      const { shapes } = await readReference(await create(), { width: 400, height: 400 });
      return pixelsOf(Uint8Array.from(Buffer.from(shapes.split(",")[1] ?? "", "base64")), 40);
    };
    const colours = async (create: () => ReturnType<typeof encode>) =>
      dominantColours(await shapesOf(create), 6).map(({ colour }) => colour);
    // A square out of the middle of the sign would have lost its disc.
    const orange: Rgb = [255, 138, 0];
    expect(Math.min(...(await colours(REFERENCES.sign)).map((one) => distance(one, orange)))).toBeLessThan(
      4_000,
    );
    const { data } = await shapesOf(REFERENCES.photo);
    expect(data.slice(0, 3)).not.toEqual(data.slice(20 * 40 * 4, 20 * 40 * 4 + 3));
  });

  it("gives the same bytes for the same reference, and others for another", async () => {
    const [photo, logo] = [await REFERENCES.photo(), await REFERENCES.logo()];
    const [first, again, other] = [await draw(photo), await draw(photo), await draw(logo)];
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  it("keeps the mark readable", async () => {
    const [plain, after] = [await draw(null), await draw(await REFERENCES.logo())];
    const corner = async (png: Uint8Array) =>
      sharp(png).extract({ left: 255, top: 300, width: 60, height: 14 }).greyscale().stats();
    const [{ channels: before }, { channels: now }] = [await corner(plain), await corner(after)];
    expect(now[0]?.max).toBeGreaterThan(200);
    expect((now[0]?.max ?? 0) - (now[0]?.min ?? 0)).toBeGreaterThan(
      ((before[0]?.max ?? 0) - (before[0]?.min ?? 0)) * 0.6,
    );
  });

  it("takes a picture of one colour", async () => {
    const grey = await encode(`<rect width="20" height="20" fill="#808080"/>`, 20, 20);
    expect((await readReference(grey, SQUARE)).colours).toHaveLength(1);
    expect((await draw(grey)).length).toBeGreaterThan(1_000);
  });
});
