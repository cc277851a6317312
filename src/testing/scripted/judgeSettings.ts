import {
  catalogSchema,
  findImageModel,
  listSettingFaults,
  priceOf,
  readModelSettings,
} from "../../contract/index.js";
import type { Catalog, ImageNodeConfig, Problem, Usage, Warning } from "../../contract/index.js";
import { fixtures } from "../fixtures/fixtures.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import type { Script } from "./Script.js";

/** Settings that a run uses, and warnings about those that its model does not have. */
export interface JudgedSettings {
  /** Values of the model's settings by name, with defaults; empty where it has none. */
  settings: Readonly<Record<string, unknown>>;
  warnings: readonly Warning[];
  /** Price by settings as a usage line; `undefined` where the model has no price list. */
  usage: Usage | undefined;
}

/** Returns the catalog of a script; the usual one where the script has a problem in its place. */
export function catalogOf({ catalog }: Script): Catalog {
  const parsed = catalogSchema.safeParse(catalog);
  return parsed.success ? parsed.data : fixtures.catalog;
}

/**
 * Judges the settings of a configuration by the catalog, as the contract says. Returns the problem where the model does not
 * take a value, or no model has a setting of that name. Settings of a model that the catalog lacks are not judged.
 */
export function judgeSettings(config: ImageNodeConfig, catalog: Catalog): JudgedSettings | Problem {
  const given = config.settings ?? {};
  const model = findImageModel(config, catalog);
  if (!model) return { settings: given, warnings: [], usage: undefined };
  const known = readModelSettings(model);
  const names = new Set(
    catalog.imageModels.flatMap((each) => readModelSettings(each)).map(({ name }) => name),
  );
  const faults = listSettingFaults(given, known);
  const unused = faults.filter(({ name, fault }) => fault === "unknown" && names.has(name));
  const errors = faults
    .filter((fault) => !unused.includes(fault))
    .map(({ name, fault, bound, detail }) => ({
      pointer: `#/config/settings/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      code: "setting_unsupported",
      setting: name,
      reason: fault,
      ...bound,
      detail,
    }));
  if (errors.length > 0) return createProblem("invalid_request", { errors });
  const settings = Object.fromEntries(
    known.flatMap(({ name, default: usual }) => {
      const value = Object.hasOwn(given, name) ? given[name] : usual;
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const price = Array.isArray(model.price) ? priceOf(model, settings) : null;
  return {
    settings,
    warnings: unused.map(({ name }) => ({
      code: "setting_unused",
      params: { setting: name },
      message: `The chosen model has no setting ${name}; the value was not used.`,
    })),
    usage: price
      ? {
          items: [{ kind: "image", model: model.id, amount: String(price.min), currency: price.currency }],
        }
      : undefined,
  };
}
