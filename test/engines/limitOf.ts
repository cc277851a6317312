import type { EngineName } from "./findEngines.js";
import type { Limit } from "./LIMITS.js";

/** Finds why a case is left out in an engine; the file may be given by any path that ends with that of the limit. */
export function limitOf(
  limits: readonly Limit[],
  engine: EngineName | "chromium",
  file: string,
  name: string,
): Limit | undefined {
  return limits.find(
    (limit) =>
      limit.engines.some((each) => each === engine) &&
      file.endsWith(limit.file) &&
      (limit.test === undefined || name.includes(limit.test)),
  );
}
