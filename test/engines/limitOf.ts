import type { EngineName } from "./findEngines.js";
import { LIMITS } from "./LIMITS.js";
import type { Limit } from "./LIMITS.js";

/** Finds why a case is left out in an engine. */
export function limitOf(engine: EngineName, file: string, name: string): Limit | undefined {
  return LIMITS.find(
    (limit) =>
      limit.engines.includes(engine) &&
      file.endsWith(limit.file) &&
      (limit.test === undefined || name.includes(limit.test)),
  );
}
