import type { Catalog } from "../../contract/index.js";

/** Catalog as far as it is known. */
export interface CatalogState {
  /** State of the request. */
  status: "loading" | "ready" | "failed";
  /** Catalog of the back end, once it has been read. */
  catalog: Catalog | undefined;
  /** Reason why it could not be read. */
  error: unknown;
}
