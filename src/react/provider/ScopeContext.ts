"use client";
import { createContext, useContext } from "react";
import type { GenerationContext } from "../../contract/index.js";
import type { VariableSource } from "../../template/index.js";

/** What a run needs from the host at the moment it starts. */
export interface RunInput {
  /** Upstream outputs by slug; `null` where the back end loads them by reference. */
  variables: Record<string, unknown> | null;
  context?: GenerationContext | undefined;
}

/**
 * A host's own template engine: gets the text of the mode, the upstream outputs and which text it is, and gives the
 * finished one.
 */
export type ResolvePrompt = (
  text: string,
  variables: Record<string, unknown> | null,
  field: "template" | "instructions",
) => string | Promise<string>;

/** localStorage-like; a run that is under way survives a reload through it. */
export interface GenerationStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What the host says about one node. */
export interface ScopeValue {
  nodeId: string;
  nodeSlug: string;
  nodeName: string | undefined;
  variables: readonly VariableSource[];
  loopItems: number | undefined;
  getRunInput: (() => RunInput | Promise<RunInput>) | undefined;
  resolvePrompt: ResolvePrompt | undefined;
  storage: GenerationStorage | undefined;
}

/** Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const ScopeContext = createContext<ScopeValue | null>(null);

/** The node around this part, or `null`. */
export function useScope(): ScopeValue | null {
  return useContext(ScopeContext);
}
