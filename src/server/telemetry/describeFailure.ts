import { ImageNodeError } from "../../contract/index.js";
import type { SpanFailure } from "./TraceSpan.js";

const CLASS_NAME = /^[A-Z][A-Za-z]{0,48}$/;

/** Names a failure by its kind, else by its class. Its message may quote a prompt, and is never read. */
export function describeFailure(error: unknown): SpanFailure {
  if (ImageNodeError.isInstance(error)) return failureOf(error);
  const name = error instanceof Error ? error.name : "";
  return { type: CLASS_NAME.test(name) ? name : "_OTHER" };
}

/** Names a failure of the error table. */
export function failureOf({
  kind,
  charged,
}: {
  readonly kind: string;
  readonly charged?: boolean | null | undefined;
}): SpanFailure {
  return { type: kind, kind, charged };
}
