import { ImageNodeError } from "image-generation-node/contract";

/** Describes a failure, for the run log. */
export function describeError(error: unknown): string {
  if (ImageNodeError.isInstance(error)) {
    const faults = (error.errors ?? []).map((fault) => fault.detail);
    return [error.message, ...faults].filter(Boolean).join(" ");
  }
  return error instanceof Error ? error.message : String(error);
}
