import type { Catalog, Setting } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";

/** Settings by name, in the order in which they are written. */
export type Settings = Readonly<Record<string, Setting>>;

/** One setting of each kind. */
export const everyKind = {
  quality: { type: "string", enum: ["low", "medium", "high"], default: "medium" },
  look: {
    type: "string",
    enum: ["vivid", "natural", "film", "noir", "poster"],
    title: "Look",
    description: "Colours and contrast of the picture.",
    enumLabels: { vivid: "Vivid", natural: "Natural", film: "Film", noir: "Noir", poster: "Poster" },
  },
  upscale: { type: "boolean", default: false, title: "Upscale" },
  tiling: { type: "boolean", title: "Tiling", description: "The edges fit together, as on wallpaper." },
  steps: { type: "integer", minimum: 1, maximum: 50 },
  guidance: { type: "number", minimum: 0, maximum: 20, multipleOf: 0.5, default: 7.5 },
  seed: { type: "integer", minimum: 0, maximum: 2147483647 },
  caption: { type: "string", maxLength: 40, title: "Caption" },
  negative_prompt: { type: "string", maxLength: 500, multiline: true },
} satisfies Settings;

/** The catalog of the fixtures, whose first model has these settings, and whose second has `others`. */
export function catalogWith(properties: Settings, others: Settings = {}): Catalog {
  const [first, second, ...rest] = fixtures.catalog.imageModels;
  if (!first || !second) throw new Error("The fixtures have several image models.");
  const price = (quality: string, amount: string) => ({
    when: { quality },
    currency: "USD",
    min: amount,
    max: amount,
    source: "price list",
  });
  const prices = [price("low", "0.01"), price("medium", "0.04"), price("high", "0.19")];
  return {
    ...fixtures.catalog,
    imageModels: [
      {
        ...first,
        settings: { properties, order: Object.keys(properties) },
        ...("quality" in properties && { price: prices }),
      },
      { ...second, settings: { properties: others } },
      ...rest,
    ],
  };
}
