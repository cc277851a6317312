import { addReferences, priceOf } from "../../contract/index.js";
import type { Price } from "../../contract/index.js";
import { settingsOf } from "../models/settingsOf.js";
import type { PreparedGeneration } from "./prepareGeneration.js";

/** Finds the price of the image that is asked for, with its settings and references; `null` where none is known. */
export function priceOfImage({ imageModel, settings, references }: PreparedGeneration): Price | null {
  const price = priceOf({ price: imageModel.price, settings: settingsOf(imageModel) }, settings);
  return price && addReferences(price, references.length);
}
