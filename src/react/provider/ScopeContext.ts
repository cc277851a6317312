"use client";
import { createContext, useContext } from "react";
import type { GenerationContext, PinnedImage } from "../../contract/index.js";
import type { TemplateLanguage, VariableSource } from "../../template/index.js";

/**
 * Input of a run, which the host gives at the moment it starts.
 *
 * @example
 * const getRunInput = (): RunInput => ({
 *   variables: { trigger: { output: { style: "noir" } } },
 *   context: { workflowRunId: run.id, nodeId: "n4" },
 * });
 */
export interface RunInput {
  /** Upstream outputs by slug; `null` where the back end loads them by reference. */
  variables: Record<string, unknown> | null;
  /** Facts about the run, such as its workflow; sent along, above the scope's `context`, and kept with the image. */
  context?: GenerationContext | undefined;
}

/** Storage like `localStorage`, through which a run survives a reload. */
export interface GenerationStorage {
  /** Returns what was kept under a key, or null. */
  getItem(key: string): string | null;
  /** Keeps a text under a key. */
  setItem(key: string, value: string): void;
  /** Forgets what was kept under a key. */
  removeItem(key: string): void;
}

/** Node as its scope describes it. */
export interface ScopeValue {
  /** Id of the node in the workflow. */
  nodeId: string;
  /** Slug of the node, the first word of references to it. */
  nodeSlug: string;
  /** Name of the node as people see it. */
  nodeName: string | undefined;
  /** Time at which the node was created, in epoch milliseconds. */
  createdAt: number | undefined;
  /** Outputs that earlier nodes offer. */
  variables: readonly VariableSource[];
  /** Number of times that the loops around the node run it. */
  loopItems: number | undefined;
  /** Gives the values of variables when a run starts. */
  getRunInput: (() => RunInput | Promise<RunInput>) | undefined;
  /** Runs an earlier node, by its slug. */
  onRunSource: ((slug: string) => void | Promise<void>) | undefined;
  /** Language of the host's in which the node's texts name variables; by default this package's own. */
  language: TemplateLanguage | undefined;
  /** Context of the node that each of its runs sends. */
  context: GenerationContext | undefined;
  /** Storage through which a run survives a reload. */
  storage: GenerationStorage | undefined;
  /** Image that a person pinned, as the host saved it. */
  pinned: PinnedImage | undefined;
  /** Called with the image that a person pins, and with `null` when it is unpinned. */
  onPinnedChange: ((pinned: PinnedImage | null) => void) | undefined;
}

/** Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const ScopeContext = createContext<ScopeValue | null>(null);

/**
 * Returns the node that the scope around this component describes, or `null`.
 *
 * @example
 * const node = useScope();
 * return <h3>{node?.nodeName ?? node?.nodeSlug}</h3>;
 */
export function useScope(): ScopeValue | null {
  return useContext(ScopeContext);
}
