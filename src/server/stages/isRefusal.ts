import { ImageNodeError } from "../../contract/index.js";

/** Pause before the host is asked again for what it could not tell. */
export const AGAIN_MS = 1_000;

/** Whether an error says that the request cannot be carried out, whoever tries. */
export function isRefusal(error: unknown): boolean {
  return ImageNodeError.isInstance(error) && (error.status ?? 500) < 500;
}
