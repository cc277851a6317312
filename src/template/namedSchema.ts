import type { JSONSchema } from "./types.js";

const text = (): JSONSchema => ({ type: "string" });

/** Describes an object in the workflow's file format; what else a host's file has is not called unknown. */
const file = (): JSONSchema => ({
  type: "object",
  properties: {
    path: text(),
    _metadata: {
      type: "object",
      properties: { name: text(), mimeType: text(), sizeInKb: { type: "number" }, attachmentId: text() },
      additionalProperties: true,
    },
  },
  additionalProperties: true,
});

const NAMED: readonly (readonly [pattern: RegExp, create: () => JSONSchema])[] = [
  [/^(?:string|text|str)$/i, text],
  [/^(?:number|float|double|decimal|bigint)$/i, () => ({ type: "number" })],
  [/^int(?:eger)?$/i, () => ({ type: "integer" })],
  [/^bool(?:ean)?$/i, () => ({ type: "boolean" })],
  [/^(?:null|none|undefined|void)$/i, () => ({ type: "null" })],
  [/^(?:object|record|map|dict)$/i, () => ({ type: "object", additionalProperties: true })],
  [/^(?:array|list)$/i, () => ({ type: "array", items: {} })],
  [/^date(?:time)?$/i, () => ({ type: "string", format: "date-time" })],
  [/^file$/i, file],
];

/** Describes a type of one word: its name, or a literal. A schema that allows anything for every other word. */
export function namedSchema(word: string): JSONSchema {
  if (/^["']/.test(word)) return { type: "string", enum: [unquote(word)] };
  if (/^-?\d/.test(word)) return { type: "number", enum: [Number(word)] };
  if (/^(?:true|false)$/.test(word)) return { type: "boolean", enum: [word === "true"] };
  return NAMED.find(([pattern]) => pattern.test(word))?.[1]() ?? {};
}

/** Takes the quotes off, and the backslashes before signs. */
export const unquote = (word: string) => word.replace(/^["']|["']$/g, "").replace(/\\([^])/g, "$1");
