import * as z from "zod/mini";
import { settingSchema } from "./settingSchema.js";

type JsonObject = Record<string, unknown>;

const NAMES = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]{0,63}$" };
const VALUE = { type: ["string", "number", "boolean"] };

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

/** Place in a schema that is being printed. */
export interface SchemaPlace {
  readonly zodSchema: { readonly _zod: { readonly def: { readonly type: string } } };
  readonly jsonSchema: JsonObject;
  readonly path: readonly (string | number)[];
}

/**
 * Adds to the printed schemas what settings mean: a closed subset of JSON Schema in the catalog, values by name elsewhere.
 */
export function describeSettings({ zodSchema, jsonSchema, path }: SchemaPlace): void {
  const { type } = zodSchema._zod.def;
  const place = path.join("/");
  const of = (description: string, more: JsonObject = {}) =>
    Object.assign(jsonSchema, { description, ...more });
  if ((type === "record" || type === "custom") && /(^|\/)properties\/settings$/.test(place)) {
    const values = { type: "object", propertyNames: NAMES, additionalProperties: VALUE };
    of("Values of settings by name.", values);
  }
  if (type === "record" && place.endsWith("/settings/properties/properties"))
    of("Settings by name.", { propertyNames: NAMES, additionalProperties: describeSetting() });
  if (type === "object" && /\/price\/anyOf\/\d\/items$/.test(place)) {
    const when = { description: "Values of settings by name.", type: "object", propertyNames: NAMES };
    Object.assign(jsonSchema.properties as JsonObject, { when: { ...when, additionalProperties: VALUE } });
  }
  if (place.endsWith("/settings/properties/order") && type === "array")
    of("Names in the order of the form; those that it leaves out come last.");
}

/** Describes one setting, which the catalog's schema leaves to its readers. */
function describeSetting(): JsonObject {
  const { $schema: _dialect, ...setting } = z.toJSONSchema(settingSchema, {
    io: "input",
    unrepresentable: "any",
    override({ jsonSchema, path }) {
      const [parent, member] = path.slice(-2);
      if (path.length === 2 && parent === "properties") Object.assign(jsonSchema, MEMBERS[String(member)]);
    },
  });
  const later = { type: "object", properties: { type: { type: "string" } }, required: ["type"] };
  const description =
    "Setting in a closed subset of JSON Schema: other members are ignored by readers, so that the subset can grow.";
  return {
    anyOf: [
      { ...setting, description },
      { ...later, description: "Setting of a kind that a later version may have. Readers pass over it." },
    ],
  };
}
