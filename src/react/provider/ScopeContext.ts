"use client";
import { createContext, useContext } from "react";
import type { GenerationContext } from "../../contract/index.js";
import type { VariableSource } from "../../template/index.js";
import type { PromptTokenizer } from "../internal/PromptTokenizer.js";

/** Input of a run, which the host gives at the moment it starts. */
export interface RunInput {
  /** Upstream outputs by slug; `null` where the back end loads them by reference. */
  variables: Record<string, unknown> | null;
  /** Facts about the run, such as its workflow; sent along and kept with the image. */
  context?: GenerationContext | undefined;
}

/**
 * Template engine of a host: takes the text of the mode, the upstream outputs and the name of the text; returns the
 * finished text.
 */
export type ResolvePrompt = (
  text: string,
  variables: Record<string, unknown> | null,
  field: "template" | "instructions",
) => string | Promise<string>;

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
  /** Template engine of the host, if it has one. */
  resolvePrompt: ResolvePrompt | undefined;
  /** Finds the tokens of that engine's language. */
  tokenize: PromptTokenizer | undefined;
  /** Storage through which a run survives a reload. */
  storage: GenerationStorage | undefined;
}

/** Tells whether the texts of a node are in a language of the host's, which this package does not judge. */
export function hasOwnLanguage(scope: ScopeValue | null): boolean {
  return scope?.resolvePrompt !== undefined || scope?.tokenize !== undefined;
}

/** Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const ScopeContext = createContext<ScopeValue | null>(null);

/** Returns the node that the scope around this component describes, or `null`. */
export function useScope(): ScopeValue | null {
  return useContext(ScopeContext);
}
