"use client";
import { useState } from "react";
import { historyName, recordName } from "../../internal/recordName.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { createSharedStorage } from "./createSharedStorage.js";
import type { GenerationStorage } from "./ScopeContext.js";

/** Returns one storage for as long as what it holds of a node stays the same, however often the host makes it anew. */
export function useSharedStorage(
  given: GenerationStorage | undefined,
  nodeId: string,
): GenerationStorage | undefined {
  const create = () => given && { nodeId, ...createSharedStorage(given) };
  const [kept, keep] = useState(create);
  const isKept =
    given && kept
      ? kept.nodeId === nodeId && kept.isSame(given, [recordName(nodeId), historyName(nodeId)])
      : given === kept;
  const shared = isKept ? kept : create();
  if (!isKept) keep(shared);
  useIsomorphicLayoutEffect(() => {
    if (given) shared?.use(given);
  }, [given, shared]);
  return shared?.storage;
}
