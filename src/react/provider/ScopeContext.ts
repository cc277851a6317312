"use client";
import { createContext, useContext } from "react";
import type { GenerationContext } from "../../contract/index.js";
import type { VariableSource } from "../../template/index.js";
import type { PromptTokenizer } from "../internal/PromptTokenizer.js";

/** What a run needs from the host at the moment it starts. */
export interface RunInput {
  /** Upstream outputs by slug; `null` where the back end loads them by reference. */
  variables: Record<string, unknown> | null;
  /** What the host knows of the run, such as its workflow; sent along and kept with the image. */
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
  /** What was kept under a key, or null. */
  getItem(key: string): string | null;
  /** Keeps a text under a key. */
  setItem(key: string, value: string): void;
  /** Forgets what was kept under a key. */
  removeItem(key: string): void;
}

/** What the host says about one node. */
export interface ScopeValue {
  /** The node's id in the workflow. */
  nodeId: string;
  /** The node's slug, the first word of references to it. */
  nodeSlug: string;
  /** The node's name as people see it. */
  nodeName: string | undefined;
  /** What earlier nodes offer. */
  variables: readonly VariableSource[];
  /** How often the loops around the node run it. */
  loopItems: number | undefined;
  /** Gives the values of variables when a run starts. */
  getRunInput: (() => RunInput | Promise<RunInput>) | undefined;
  /** The host's own template engine, if it has one. */
  resolvePrompt: ResolvePrompt | undefined;
  /** Finds the tokens of that engine's language. */
  tokenize: PromptTokenizer | undefined;
  /** Where a run that is under way is remembered across reloads. */
  storage: GenerationStorage | undefined;
}

/** Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const ScopeContext = createContext<ScopeValue | null>(null);

/** The node around this part, or `null`. */
export function useScope(): ScopeValue | null {
  return useContext(ScopeContext);
}
