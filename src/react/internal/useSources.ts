"use client";
import { useState } from "react";
import type { VariableSource } from "../../template/index.js";
import { keepSources, shareSources } from "./keepSources.js";
import { readVariables } from "./readVariables.js";

/** Returns the variables that a host gave: the same list for as long as it gives the same, however often it is made anew. */
export function useSources(component: string, given: unknown): readonly VariableSource[] {
  const list = readVariables(component, given);
  // Not a state: setting that while rendering runs a host's hook again, which may make another list each time.
  const [cell] = useState(() => ({ list: shareSources(list) }));
  cell.list = keepSources(cell.list, list);
  return cell.list;
}
