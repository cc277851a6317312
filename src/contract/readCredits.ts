import type { Catalog } from "./catalogSchema.js";
import { creditsSchema } from "./creditsSchema.js";
import type { CatalogCredits } from "./creditsSchema.js";
import { readWithoutFaults } from "./readWithoutFaults.js";

/**
 * Reads the credits of a catalog. `null` where it has none, and where they can't be read; an odd `resetsAt` costs only
 * itself.
 *
 * @example
 * const credits = readCredits(await client.catalog());
 * if (credits?.left === 0) pauseLoop(credits.resetsAt);
 */
export function readCredits(catalog: Pick<Catalog, "credits"> | undefined): CatalogCredits | null {
  return readWithoutFaults(isCredits, catalog?.credits, ["resetsAt"]) ?? null;
}

function isCredits(value: unknown): value is CatalogCredits {
  return creditsSchema.safeParse(value).success;
}
