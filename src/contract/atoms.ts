import * as z from "zod/mini";

// What the contract's schemas are made of, shared so that each stands in a page once.
export const text = z.string();
export const optionalText = z.optional(text);
export const id = text.check(z.minLength(1));
export const count = z.number().check(z.nonnegative());
export const optionalCount = z.optional(count);
export const modelKind = z.enum(["ai", "demo"]);
export const optionalFlag = z.optional(z.boolean());
export const unknownRecord = z.record(text, z.unknown());
export const isoDate = text.check(
  z.refine((value) => typeof value === "string" && !Number.isNaN(Date.parse(value))),
);
