import type { ConditionalPrice, Price } from "./catalogSchema.js";
import { isList, listPrice } from "./listPrice.js";
import type { ModelPrice } from "./listPrice.js";
import { readModelSettings } from "./readModelSettings.js";
import type { SettableModel } from "./readModelSettings.js";

/** Model of a catalog, or of a host's own list, as far as its price goes. */
export interface PricedModel extends SettableModel {
  /** Price of one image, or prices by settings. */
  readonly price?: ModelPrice;
}

/**
 * Finds the price of one image with these settings: the first whose `when` fits. Where a setting is left to the provider,
 * the price spans all that may fit. `null` where none does, or where they differ in currency.
 *
 * @param settings of a configuration; a value that it leaves out counts by its default
 *
 * @example
 * priceOf(model, { quality: "high" }); // { currency: "USD", min: "0.19", max: "0.19" }
 */
export function priceOf(model: PricedModel, settings: Readonly<Record<string, unknown>> = {}): Price | null {
  const { price } = model;
  if (!isList(price)) return price ?? null;
  const known = new Map(readModelSettings(model).map(({ name, default: usual }) => [name, usual]));
  const fits = ({ when = {} }: ConditionalPrice): boolean | null => {
    let isSure = true;
    for (const [name, wanted] of Object.entries(when ?? {})) {
      const own = Object.hasOwn(settings, name) && known.has(name) ? settings[name] : undefined;
      const value = own ?? known.get(name);
      if (value === undefined && known.has(name)) isSure = false;
      else if (value !== wanted) return false;
    }
    return isSure || null;
  };
  const found: ConditionalPrice[] = [];
  for (const each of price) {
    const fit = fits(each);
    if (fit !== false) found.push(each);
    if (fit === true) break;
  }
  // One price as it stands: "0.10" is not 0.1.
  const [only, ...others] = found;
  if (!only || others.length > 0) return listPrice({ price: found });
  const { when: _when, ...rest } = only;
  return rest;
}
