"use client";
import { useState } from "react";
import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { createSharedClient } from "./createSharedClient.js";

/**
 * Returns one client for as long as the back end stays the same, however often the host makes its own anew: a run and
 * the catalog do not depend on the host's renders. `null` for none.
 */
export function useSharedClient(given: ImageNodeClient | null, catalog?: Catalog): ImageNodeClient | null {
  const [kept, keep] = useState(() => given && createSharedClient(given));
  const isKept = given === null ? kept === null : kept?.isSame(given) === true;
  const shared = isKept ? kept : given && createSharedClient(given);
  if (!isKept) keep(shared);
  useIsomorphicLayoutEffect(() => {
    if (given) shared?.use(given, catalog);
  }, [given, shared, catalog]);
  return shared?.client ?? null;
}
