import * as z from "zod/mini";
import { settingSchema } from "./settingSchema.js";

type JsonObject = Record<string, unknown>;

const NAMES = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]{0,63}$" };
const VALUE = { type: ["string", "number", "boolean"] };

/** Values of settings by name. */
export const SETTING_VALUES: JsonObject = {
  type: "object",
  propertyNames: NAMES,
  additionalProperties: VALUE,
};

/** Rules of a setting's members, which the schema that checks them leaves to its readers. */
const MEMBERS: Readonly<Record<string, JsonObject>> = {
  type: { description: "Kind of the value. Nothing is converted: '42' is no integer." },
  enum: { description: "Values to choose from; of a string only.", minItems: 1, uniqueItems: true },
  maxLength: {
    description: "Most Unicode code points of a string without enum; 2,000 where it is missing.",
    type: "integer",
    minimum: 1,
  },
  multiline: { description: "Whether a text may have lines." },
  minimum: { description: "Least number." },
  maximum: { description: "Greatest number." },
  multipleOf: { description: "Step of a number, counted from 0.", exclusiveMinimum: 0 },
  default: {
    description:
      "Value that counts where a configuration has none. Where it is missing, the provider decides.",
    ...VALUE,
  },
  title: { description: "Name that people read. Well-known names have words of their own in the form." },
  description: { description: "Sentence that says what the setting changes." },
  enumLabels: { description: "Names of the values that people read, by value." },
  advanced: { description: "Whether the form folds it away." },
};

/** Describes the settings of a model, which the catalog's schema leaves to its readers: a closed subset of JSON Schema. */
export function describeModelSettings(printed: JsonObject): JsonObject {
  const properties = { type: "object", propertyNames: NAMES, additionalProperties: describeSetting() };
  const order = {
    type: "array",
    items: { type: "string" },
    description: "Names in the order of the form; those that it leaves out come last.",
  };
  return { ...printed, properties: { properties, order } };
}

/** Describes a list of prices, each of which may hold with some settings only. */
export function describePrices(printed: JsonObject): JsonObject {
  const [price] = printed.anyOf as readonly JsonObject[];
  const properties = { ...(price?.properties as JsonObject), when: SETTING_VALUES };
  return { anyOf: [price, { type: "array", items: { ...price, properties } }] };
}

function describeSetting(): JsonObject {
  const { $schema: _dialect, ...printed } = z.toJSONSchema(settingSchema, {
    io: "input",
    unrepresentable: "any",
  });
  const properties = Object.fromEntries(
    // Into a copy: members whose schemas are the same share what is printed of them.
    Object.entries(printed.properties ?? {}).map(([name, member]) => [
      name,
      { ...(member as JsonObject), ...MEMBERS[name] },
    ]),
  );
  const later = { type: "object", properties: { type: { type: "string" } }, required: ["type"] };
  const description =
    "Setting in a closed subset of JSON Schema: other members are ignored by readers, so that the subset can grow.";
  return {
    anyOf: [
      { ...printed, properties, description },
      { ...later, description: "Setting of a kind that a later version may have. Readers pass over it." },
    ],
  };
}
