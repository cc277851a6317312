import { ImageNodeError } from "../../contract/index.js";

/** Part of a zod schema that the client uses. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
}

/** Returns the value as its schema reads it, or throws `contract_violation`. */
export function checkSchema<T>(value: unknown, schema: Schema<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ImageNodeError({
    kind: "contract_violation",
    message:
      `The answer breaks the execution contract: ${result.error.message} ` +
      "`npx image-generation-node check <url>` says more.",
    charged: null,
    cause: result.error,
  });
}
