import * as z from "zod/mini";
import { referenceSchema } from "./referenceSchema.js";

type JsonObject = Record<string, unknown>;

/** Describes the references of a configuration, which its schema leaves to `findReferenceFaults`. */
export function describeReferences(): JsonObject {
  const { $schema: _dialect, ...printed } = z.toJSONSchema(referenceSchema, { io: "input" });
  return { type: "array", items: printed };
}
